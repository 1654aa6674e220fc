import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";
import type { Settings } from "./readSettings";

/** `by`: the account; null where the system made it. */
export type SettingChange<Group> = { by: string | null; before: Group };

/**
 * Who changed one of these settings and what the group was before, from the audit record; the newest first. All of them: after a
 * limit, whoever made more changes than it would have the first one forgotten.
 */
export async function readSettingChanges<Group extends "purchaseOrders" | "accounts">(
	req: PayloadRequest,
	group: Group,
	names: readonly (keyof Settings[Group] & string)[],
): Promise<SettingChange<Settings[Group]>[]> {
	const sql = await sqlOf(req);
	return sql<SettingChange<Settings[Group]>>(
		`SELECT substring(actor FROM '^user:(.*)$') AS by, before -> $1 AS before FROM audit_entries
		 WHERE collection = 'settings' AND document = 'settings' AND before ? $1 AND EXISTS (
			SELECT 1 FROM unnest($2::text[]) AS name WHERE before -> $1 -> name IS DISTINCT FROM after -> $1 -> name)
		 ORDER BY at DESC, id DESC`,
		[group, names],
	);
}
