import { randomBytes } from "node:crypto";
import type { CollectionBeforeOperationHook } from "payload";
import { isSystem } from "@/access/authority";
import { refuseField } from "@/access/grants";

/**
 * Nobody sets another's password, and nobody their own without the one they have (`POST /api/users/password`): no person's write
 * carries one. An account made without one gets a password that nobody knows: its owner chooses theirs by the link that is mailed.
 */
export const refusePasswords: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation !== "create" && operation !== "update") return args;
	const { data } = args as { data?: Record<string, unknown> };
	if (!data) return args;
	if (data.password && !isSystem(req)) {
		const words =
			operation === "create"
				? "Leave the password out: the person chooses it by the link that is mailed to them."
				: "A password is changed by its owner, in their account and with the one they have.";
		throw refuseField("password", words);
	}
	if (operation === "create" && !data.password) data.password = randomBytes(32).toString("base64url");
	return args;
};
