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
 * The figures of an amount as a person types them ("1250.00"), without sign of the currency or groups.
 *
 * @param amountMinor integer minor units
 */
export function moneyInFigures(amountMinor: number, currency: string): string {
	return toDecimal(amountMinor, digitsOf(currency.toLowerCase()));
}

const wholeNumber = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/**
 * Reads what a person typed ("1250", "1,250.00") as integer minor units, exactly or not at all.
 *
 * @throws InvalidInput (path `amount`, or `currency`) that says what to write instead
 */
export function parseMoney(text: string, currency: string): number {
	const code = currency.toLowerCase();
	if (!isCurrency(code)) throw refused("currency", `“${currency}” is not a currency code such as usd.`);
	const digits = digitsOf(code);
	const [whole = "", fraction = "", ...rest] = text.trim().split(".");
	if (rest.length > 0 || !wholeNumber.test(whole) || !/^\d*$/.test(fraction) || text.trim().endsWith(".")) {
		throw refused("amount", `“${text}” is not an amount. Write it like ${digits === 0 ? "1250" : "1250.50"}.`);
	}
	if (fraction.length > digits) {
		const most = digits === 0 ? "no decimals" : `at most ${digits} decimals`;
		throw refused("amount", `“${text}” is too exact: ${code.toUpperCase()} has ${most}.`);
	}
	const amount = Number(whole.replaceAll(",", "") + fraction.padEnd(digits, "0"));
	if (!Number.isSafeInteger(amount)) throw refused("amount", `“${text}” is too large.`);
	return amount;
}

function refused(path: "amount" | "currency", message: string): InvalidInput {
	return new InvalidInput([{ path, message }]);
}
