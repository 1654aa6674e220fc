import type { PayloadRequest } from "payload";
import { unprovedMark } from "@/domain/formatPerson";
import { AddressNotProved } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { portsOf } from "../portsOf";

/** In SQL, the name of the account `alias`, with the mark where `isUnproved` says that the address was not proved at the act. */
export const markedNameSql = (alias: string, isUnproved: string): string =>
	`coalesce(${alias}.name, ${alias}.email) || CASE WHEN ${isUnproved} THEN ' (${unprovedMark})' ELSE '' END`;

/**
 * Lets pass whoever may sign and approve: people whose address is proved, and, while no mail goes out and nobody could prove
 * one, also those whose is not. Every act that signs, approves, decides or accepts asks it first.
 *
 * @returns false where the act is to be marked “address not proved”; the audit record marks it by itself
 * @throws AddressNotProved
 */
export async function requireProved(req: PayloadRequest): Promise<{ isProved: boolean }> {
	if (req.user?.collection !== slug.users) return { isProved: true };
	const sql = await sqlOf(req);
	const [account] = await sql<{ email: string; isProved: boolean }>(
		`SELECT email, address_proved_at IS NOT NULL AS "isProved" FROM users WHERE id = $1::uuid`,
		[req.user.id],
	);
	const isProved = account?.isProved ?? false;
	if (!isProved && portsOf(req).mail.send) throw new AddressNotProved(account?.email ?? "your address");
	return { isProved };
}
