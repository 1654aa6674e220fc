import path from "node:path";
import type { PayloadRequest } from "payload";
import { auditActorOf } from "@/audit/auditActorOf";
import { erasePerson } from "@/audit/erasePerson";
import { erasureLogName } from "@/audit/erasureLog";
import { isEmail } from "@/domain/isEmail";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import { InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { mediaFolderOf } from "../media/mediaFolderOf";
import { requireFreshSignIn } from "../users/requireFreshSignIn";
import { requireVendor } from "../views/requireVendor";
import { erasers } from "./auditRoles";

/**
 * Makes what the record says about a person unreadable for ever. Their account and other records are not touched.
 *
 * @param input.confirm the address typed once more
 * @returns how many keys were destroyed; 0 when the record did not know the person
 * @throws InvalidInput when the confirmation differs or the reason names the person; SignInRequired, Forbidden,
 * ReauthenticationRequired
 */
export async function erasePersonFromRecord(input: {
	req: PayloadRequest;
	email: string;
	reason: string;
	confirm: string;
}): Promise<{ keys: number }> {
	const { req, reason } = input;
	requireVendor(req, erasers);
	const email = normaliseEmail(input.email);
	if (!isEmail(email)) throw new InvalidInput([{ path: "email", message: "is not an e-mail address." }]);
	if (normaliseEmail(input.confirm) !== email) {
		throw new InvalidInput([{ path: "confirm", message: "type the same address once more." }]);
	}
	if (reason.toLowerCase().includes(email)) {
		throw new InvalidInput([{ path: "reason", message: "must not name the person: it stays in the record." }]);
	}
	await requireFreshSignIn(req);
	const logFile = path.join(mediaFolderOf(req.payload), erasureLogName);
	return erasePerson({ sql: await sqlOf(req), email, actor: auditActorOf(req), reason, logFile });
}
