import type { Field } from "payload";
import { fieldRules } from "@/access/scope";

/** Why a record stands as it does. Asked for by the moves in `access/reasonedMoves.ts`, emptied by every other. */
export function statusReasonField(description: string): Field {
	return {
		name: "statusReason",
		type: "textarea",
		label: "Reason for the status",
		maxLength: 2000,
		access: fieldRules("internal"),
		admin: { position: "sidebar", rows: 2, description },
	};
}
