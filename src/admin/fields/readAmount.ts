import { isCurrency, moneyInFigures, parseMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";

/** What stands in a money field: minor units, nothing, or what was typed and is not an amount. */
export type AmountValue = number | string | null | undefined;

/** Reads what was typed: integer minor units, null when nothing was, the text itself when it is not an amount. */
export function readAmount(text: string, currency: string): number | string | null {
	if (text.trim() === "") return null;
	try {
		return parseMoney(text, currency);
	} catch {
		return text;
	}
}

/** Why it is not an amount in this currency, or null when it is one. */
export function findAmountProblem(value: AmountValue, currency: string): string | null {
	if (typeof value !== "string") return null;
	try {
		parseMoney(value, currency);
		return null;
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		const [problem] = error.data as { message: string }[];
		return problem?.message ?? error.publicMessage;
	}
}

/** What to show for editing: figures in major units, or the text that is not an amount yet. */
export function showAmount(value: AmountValue, currency: string): string {
	if (typeof value !== "number") return value ?? "";
	return isCurrency(currency) ? moneyInFigures(value, currency) : String(value);
}
