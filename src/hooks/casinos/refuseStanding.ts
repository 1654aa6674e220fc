import { type CollectionBeforeOperationHook, ValidationError } from "payload";
import { isSystem } from "@/access/authority";
import { isRecordId } from "@/domain/isRecordId";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Refuses a payment standing that a person sends. Field access alone would drop it and answer as if it had been saved. The
 * panel's form sends the whole record, with the standing as it was when it was opened: that changes nothing, and is left.
 */
export const refuseStanding: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
	const data: unknown = "data" in args ? args.data : null;
	if (operation !== "update" || isSystem(req) || typeof data !== "object" || data === null) return args;
	if (!("paymentStanding" in data) || "updatedAt" in data) return args;
	const id: unknown = "id" in args ? args.id : null;
	const sql = await sqlOf(req);
	const [row] =
		typeof id === "string" && isRecordId(id)
			? await sql<{ standing: string }>("SELECT payment_standing AS standing FROM casinos WHERE id = $1::uuid", [id])
			: [];
	if (row?.standing === data.paymentStanding) return args;
	const message = "It is computed from the payments: settle the dispute or the refund, and it follows.";
	throw new ValidationError({ collection: "casinos", errors: [{ path: "paymentStanding", message }], req });
};
