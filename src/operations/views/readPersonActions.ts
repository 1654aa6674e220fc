import type { PayloadRequest } from "payload";
import { NotFound } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { portsOf } from "../portsOf";
import { requireVendor } from "./requireVendor";

export type PersonActions = {
	userId: string;
	email: string;
	isOwn: boolean;
	hasEntered: boolean;
	/** ISO 8601; null while the address is not proved. */
	provedAt: string | null;
	createdBy: string | null;
	sendsMail: boolean;
	mayInvite: boolean;
	mayMakeLink: boolean;
	mayEndSessions: boolean;
};

/**
 * How an account stands and what this person may do with it. The routes decide again.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readPersonActions(input: { req: PayloadRequest; userId: string }): Promise<PersonActions> {
	const { req, userId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [person] = await sql<Pick<PersonActions, "userId" | "email" | "hasEntered" | "provedAt" | "createdBy">>(
		`SELECT u.id AS "userId", u.email, u.last_sign_in_at IS NOT NULL AS "hasEntered",
			${isoSql("u.address_proved_at")} AS "provedAt", c.name AS "createdBy"
		 FROM users u LEFT JOIN users c ON c.id = u.created_by_id WHERE u.id = $1::uuid`,
		[userId],
	);
	if (!person) throw new NotFound("person");
	const isOwn = req.user?.id === userId;
	return {
		...person,
		isOwn,
		sendsMail: portsOf(req).mail.send !== null,
		mayInvite: !person.hasEntered && (role === "admin" || role === "ops"),
		mayMakeLink: !isOwn && role === "admin",
		mayEndSessions: !isOwn && role === "admin",
	};
}
