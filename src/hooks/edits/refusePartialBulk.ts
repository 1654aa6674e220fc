import { APIError, type CollectionAfterOperationHook } from "payload";
import { freshMinutes } from "@/domain/sessionLimits";
import { ReauthenticationRequired } from "@/errors";
import { markWriteOnly } from "@/operations/lists/flatFields";

type Refused = { id: string; message: string; isPublic?: boolean };

/**
 * A bulk change is made whole or not at all. Payload answers 200 with the rows that failed, after it has kept the rest, and
 * what a database error had rolled back it reports as saved.
 */
export const refusePartialBulk = markWriteOnly<CollectionAfterOperationHook>(({ args, operation, result }) => {
	const isBulk = (operation === "update" || operation === "delete") && "where" in args;
	const refused: Refused[] = isBulk ? ((result as { errors?: Refused[] }).errors ?? []) : [];
	const [first] = refused;
	if (!first) return result;
	// Whoever is asked for the password sends the whole change again.
	const demand = new ReauthenticationRequired(freshMinutes);
	if (refused.some(({ message }) => message === demand.message)) throw demand;
	const errors = refused.map(({ id, message, isPublic }) => ({
		id,
		message: isPublic ? message : "It could not be changed.",
	}));
	const because = errors.find(({ id }) => id === first.id)?.message ?? "";
	throw new APIError(
		`Nothing was saved: ${refused.length} of the records could not be changed. ${because}`,
		400,
		{ code: "bulk_refused", records: errors },
		true,
	);
});
