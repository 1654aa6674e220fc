import { formatMoney, isCurrency, moneyInFigures, parseMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";

/** What stands in a money field: minor units, nothing, or what was typed and is not an amount. */
export type AmountValue = number | string | null | undefined;

/** In which currency, and where the reader is at home: it says what “12.500” is. */
export type Reading = { currency: string; locale: string };

/** Reads what was typed: integer minor units, null when nothing was, the text itself when it is not an amount. */
export function readAmount(text: string, { currency, locale }: Reading): number | string | null {
	if (text.trim() === "") return null;
	try {
		return parseMoney(text, currency, locale);
	} catch {
		return text;
	}
}

/** Why it is not an amount in this currency, or null when it is one. */
export function findAmountProblem(value: AmountValue, { currency, locale }: Reading): string | null {
	if (typeof value !== "string") return null;
	try {
		parseMoney(value, currency, locale);
		return null;
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		const [problem] = error.data as { message: string }[];
		return problem?.message ?? error.publicMessage;
	}
}

/** What to show for editing: figures in major units, or the text that is not an amount yet. */
export function showAmount(value: AmountValue, { currency, locale }: Reading): string {
	if (typeof value !== "number") return value ?? "";
	return isCurrency(currency) ? moneyInFigures(value, currency, locale) : String(value);
}

/** How an amount was understood (“€12,500.00”), for whoever typed it to check; empty where there is none. */
export function sayAmount(value: AmountValue, { currency, locale }: Reading): string {
	return typeof value === "number" && isCurrency(currency) ? formatMoney(value, currency, locale) : "";
}

/**
 * Ten dollars become ten yen, not a thousand: the figures that were typed stay when the currency changes, the minor units follow.
 * @returns the figures, and their value in the new currency: the figures themselves where they are no amount in it
 */
export function rereadAmount(text: string, reading: Reading): { figures: string; value: number | string | null } {
	const figures = text.trim().replace(/[.,]0{1,3}$/, (zeros) => (isZeroFraction(text, zeros, reading) ? "" : zeros));
	return { figures, value: readAmount(figures, reading) };
}

/** “1.000” is a thousand to some: only zeros behind what is a decimal sign there are left out. */
function isZeroFraction(text: string, zeros: string, { locale }: Reading): boolean {
	return (
		zeros.length < 4 ||
		readAmount(text, { currency: "kwd", locale }) === readAmount(text.trim().slice(0, -4), { currency: "kwd", locale })
	);
}
