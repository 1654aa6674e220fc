import type { PayloadRequest } from "payload";
import type { PlaybookContent } from "@/domain/playbook/content";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "./requireVendor";

export type PlaybookRelease = {
	id: string;
	version: number;
	publishedAt: string;
	/** Null for one that was shipped. */
	publishedBy: string | null;
	/** Onboardings bound to it that go on, and all there ever were. */
	running: number;
	all: number;
};

export type PlaybookReleases = {
	/** Newest first. */
	releases: PlaybookRelease[];
	/** What the newest says; null while none is published. */
	newest: PlaybookContent | null;
};

/**
 * The published versions of a playbook with who follows them, in one statement. Of a playbook that is not there: none.
 * @throws SignInRequired, Forbidden
 */
export async function readPlaybookReleases(input: {
	req: PayloadRequest;
	playbookId: string;
}): Promise<PlaybookReleases> {
	const { req, playbookId } = input;
	requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<PlaybookReleases>(
		`SELECT
			coalesce((SELECT json_agg(json_build_object('id', v.id, 'version', v.version, 'publishedAt', v.created_at,
					'publishedBy', coalesce(u.name, u.email), 'running', f.running, 'all', f.total) ORDER BY v.version DESC)
				FROM playbook_versions v LEFT JOIN users u ON u.id = v.published_by_id
				CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE o.status IN ('open', 'on_hold')) AS running, count(*) AS total
					FROM onboardings o WHERE o.playbook_id = v.playbook_id AND o.playbook_version = v.version) f
				WHERE v.playbook_id = $1::uuid), '[]') AS releases,
			(SELECT content FROM playbook_versions WHERE playbook_id = $1::uuid ORDER BY version DESC LIMIT 1) AS newest`,
		[playbookId],
	);
	return row ?? { releases: [], newest: null };
}
