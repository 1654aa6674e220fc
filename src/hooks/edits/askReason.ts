import { type CollectionBeforeValidateHook, ValidationError } from "payload";
import { isSystem } from "@/access/authority";
import { needsReason, reasonedMoves } from "@/access/reasonedMoves";
import { spelled } from "@/domain/inWords";
import type { Slug } from "@/slugs";
import { editOf } from "./noteEdit";

/** A move that asks for a reason is refused without one of its own; another move empties the reason of the one before. */
export const askReason: CollectionBeforeValidateHook = ({ collection, data, operation, originalDoc, req }) => {
	const isMove = operation === "update" && data?.status !== undefined && data.status !== originalDoc?.status;
	if (!data || !isMove || !reasonedMoves[collection.slug as Slug]) return data;
	const given = editOf(req)?.posted.statusReason ?? (editOf(req) ? null : data.statusReason);
	const reason = typeof given === "string" ? given.trim() : "";
	if (!needsReason(collection.slug as Slug, originalDoc?.status, data.status)) {
		return { ...data, statusReason: reason !== "" && reason !== originalDoc?.statusReason ? reason : null };
	}
	if (reason.length >= 3 || isSystem(req)) return data;
	const message = `Say why it becomes ${spelled(String(data.status))}, in a few words.`;
	throw new ValidationError({ collection: collection.slug, errors: [{ path: "statusReason", message }], req });
};
