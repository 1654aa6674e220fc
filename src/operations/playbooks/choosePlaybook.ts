import type { PayloadRequest } from "payload";
import { sqlOf } from "@/queue/sqlOf";

/** The playbook of an onboarding that names none. */
export const defaultPlaybookKey = "casino_floor";

/**
 * The playbook a new onboarding follows, and the version it is pinned to: the newest published one.
 *
 * @param input.playbookId the playbook asked for; null for the casino floor's
 * @returns null when there is none, or none of its versions is published yet
 */
export async function choosePlaybook(input: {
	req: PayloadRequest;
	playbookId: string | null;
}): Promise<{ playbookId: string; version: number } | null> {
	const sql = await sqlOf(input.req);
	const [chosen] = await sql<{ playbookId: string; version: number }>(
		`SELECT v.playbook_id AS "playbookId", v.version::int AS version
		 FROM playbook_versions v JOIN playbooks p ON p.id = v.playbook_id
		 WHERE CASE WHEN $1::uuid IS NULL THEN p.key = $2 ELSE p.id = $1::uuid END
		 ORDER BY v.version DESC LIMIT 1`,
		[input.playbookId, defaultPlaybookKey],
	);
	return chosen ?? null;
}
