import { type CollectionBeforeChangeHook, ValidationError } from "payload";
import { isCurrency } from "@/domain/money";

/** A table's bets are in a currency that there is, and its highest is not below its lowest: what an import asks for, too. */
export const checkBets: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
	const { minBet, maxBet, currency } = { ...originalDoc, ...data };
	const refuse = (path: string, message: string) =>
		new ValidationError({ collection: collection.slug, errors: [{ path, message }], req });
	if (typeof currency === "string" && !isCurrency(currency.toLowerCase())) {
		throw refuse("currency", `“${currency}” is not a currency code such as usd.`);
	}
	const isUpsideDown = typeof minBet === "number" && typeof maxBet === "number" && maxBet < minBet;
	if (isUpsideDown) throw refuse("maxBet", "The highest bet is below the lowest.");
	return data;
};
