import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { supersedeAmended } from "@/operations/contracts/supersedeAmended";

/** The signature of an amendment puts its terms in force. First of the hooks: the gate and the plan then see one contract. */
export const followAmendment: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
	const [amends, casino] = [idOf(doc.amends), idOf(doc.casino)];
	if (!amends || !casino || doc.status !== "signed" || previousDoc?.status === "signed") return doc;
	await supersedeAmended({
		req,
		amendment: { id: doc.id, amends, casino, plan: idOf(doc.plan), seats: doc.seats ?? null },
	});
	return doc;
};
