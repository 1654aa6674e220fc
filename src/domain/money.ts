import { InvalidInput } from "@/errors";

/**
 * Minor units as the payment providers count them (docs.stripe.com/currencies). `Intl` is not asked: its digits are
 * those of display (none for the forint, which is charged in hundredths), and would be wrong by a factor of 100.
 */
const withoutMinorUnit = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const withThousandths = new Set("bhd iqd jod kwd lyd omr tnd".split(" "));
const known = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

/** Whether it is an ISO 4217 code in lower case, as invoices store it. */
export function isCurrency(code: string): boolean {
	return known.has(code);
}

function digitsOf(currency: string): number {
	if (withoutMinorUnit.has(currency)) return 0;
	return withThousandths.has(currency) ? 3 : 2;
}

function toDecimal(amountMinor: number, digits: number): `${number}` {
	const sign = amountMinor < 0 ? "-" : "";
	const figures = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
	const point = figures.length - digits;
	const decimal = digits === 0 ? figures : `${figures.slice(0, point)}.${figures.slice(point)}`;
	return `${sign}${decimal}` as `${number}`;
}

/**
 * Shows an amount for people ("$1,250.00", "¥1,250"). Exact for every safe integer: no floating point on the way.
 *
 * @param amountMinor integer minor units
 * @param currency ISO 4217, either case. An unknown code is shown as it is, after the number of minor units
 */
export function formatMoney(amountMinor: number, currency: string, locale = "en"): string {
	const code = currency.toLowerCase();
	if (!isCurrency(code)) return `${amountMinor} ${currency}`;
	const digits = digitsOf(code);
	return new Intl.NumberFormat(locale, {
		style: "currency",
		currency: code,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(toDecimal(amountMinor, digits));
}

/**
 * The figures of an amount as a person types them ("1250.00", "1250,00"), without sign of the currency or groups.
 *
 * @param amountMinor integer minor units
 */
export function moneyInFigures(amountMinor: number, currency: string, locale = "en"): string {
	return toDecimal(amountMinor, digitsOf(currency.toLowerCase())).replace(".", decimalOf(locale));
}

/** What stands before the decimals where a reader is at home. */
function decimalOf(locale: string): "." | "," {
	const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
	return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}

/** Whole numbers with or without groups: thousands, or as in India hundreds of thousands. */
const grouped = /^\d+$|^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/;
/** Spaces of any width and apostrophes, which only ever divide groups of three. */
const spaced = /^\d{1,3}(?:[\s'’]\d{3})+(?=[.,]|$)/u;

/**
 * Reads what a person typed as integer minor units, exactly or not at all: "1250", "1,250.00", "1.250,00", "1 250,00", "1’250.00".
 * One sign alone before three figures ("12.500") may be either: it is what the reader's locale has it for.
 *
 * @param locale where the reader is at home
 * @throws InvalidInput (path `amount`, or `currency`) that says what to write instead
 */
export function parseMoney(text: string, currency: string, locale = "en"): number {
	const code = currency.toLowerCase();
	if (!isCurrency(code)) throw refused("currency", `“${currency}” is not a currency code such as usd.`);
	const digits = digitsOf(code);
	const { whole, fraction } = splitAmount(text.trim(), locale);
	if (!grouped.test(whole) || !/^\d*$/.test(fraction ?? "") || fraction === "") {
		const example = digits === 0 ? "1250" : moneyInFigures(1250.5 * 10 ** digits, code, locale);
		throw refused("amount", `“${text}” is not an amount. Write it like ${example}.`);
	}
	const exact = (fraction ?? "").replace(/0+$/, "");
	if (exact.length > digits || (fraction ?? "").length > Math.max(digits, 2)) {
		const most = digits === 0 ? "no decimals" : `at most ${digits} decimals`;
		throw refused("amount", `“${text}” is too exact: ${code.toUpperCase()} has ${most}.`);
	}
	const amount = Number(whole.replaceAll(",", "") + exact.padEnd(digits, "0"));
	if (!Number.isSafeInteger(amount)) throw refused("amount", `“${text}” is too large.`);
	return amount;
}

/** The whole number, its groups divided by commas, and the decimals; null where there are none. */
function splitAmount(text: string, locale: string): { whole: string; fraction: string | null } {
	const plain = text.replace(spaced, (head) => head.replaceAll(/[\s'’]/gu, ""));
	const decimal = findDecimal(plain, locale);
	const at = decimal === null ? -1 : plain.lastIndexOf(decimal);
	const whole = at < 0 ? plain : plain.slice(0, at);
	const group = decimal === "," || (decimal === null && plain.includes(".")) ? "." : ",";
	return { whole: whole.replaceAll(group, ","), fraction: at < 0 ? null : plain.slice(at + 1) };
}

/** Which sign stands before the decimals: of two the last, of one that comes twice none. */
function findDecimal(text: string, locale: string): "." | "," | null {
	const signs: string[] = text.match(/[.,]/g) ?? [];
	const last = signs.at(-1) as "." | "," | undefined;
	if (!last) return null;
	if (signs.length > 1) return signs.indexOf(last) === signs.length - 1 ? last : null;
	const isEither = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
	return isEither && decimalOf(locale) !== last ? null : last;
}

function refused(path: "amount" | "currency", message: string): InvalidInput {
	return new InvalidInput([{ path, message }]);
}
