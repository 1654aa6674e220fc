import type { PayloadRequest } from "payload";
import { isRecordId } from "@/domain/isRecordId";
import { sqlOf } from "@/queue/sqlOf";
import { defaultPlaybookKey } from "../playbooks/defaultPlaybookKey";

type Opening = {
	/** Of the casino; null when there is none of that id. */
	name: string | null;
	companyId: string | null;
	/** The playbook asked for, or the casino floor's, with its newest published version; null when none is published. */
	playbook: { id: string; version: number } | null;
};

/** What a new onboarding takes from its casino and its playbook, in one statement. */
export async function readOpening(input: {
	req: PayloadRequest;
	casinoId: string;
	playbookId: string | null;
}): Promise<Opening> {
	const { req, casinoId, playbookId } = input;
	if (playbookId !== null && !isRecordId(playbookId)) return { name: null, companyId: null, playbook: null };
	const sql = await sqlOf(req);
	const [row] = await sql<Opening>(
		`SELECT c.name, c.company_id AS "companyId",
			(SELECT json_build_object('id', v.playbook_id, 'version', v.version)
				FROM playbook_versions v JOIN playbooks p ON p.id = v.playbook_id
				WHERE CASE WHEN $2::uuid IS NULL THEN p.key = $3 ELSE p.id = $2::uuid END
				ORDER BY v.version DESC LIMIT 1) AS playbook
		 FROM (SELECT 1) AS one LEFT JOIN casinos c ON c.id = $1::uuid`,
		[casinoId, playbookId, defaultPlaybookKey],
	);
	return row ?? { name: null, companyId: null, playbook: null };
}
