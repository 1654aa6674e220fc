import type { PayloadRequest } from "payload";
import { completeContent, type PlaybookContent } from "@/domain/playbook/content";
import { sqlOf } from "@/queue/sqlOf";

export type Release = { id: string; version: number; hash: string; content: PlaybookContent };

/** A published version of a playbook: the one asked for, or the newest. Null when there is none. */
export async function findRelease(input: {
	req: PayloadRequest;
	playbookId: string;
	version?: number;
}): Promise<Release | null> {
	const sql = await sqlOf(input.req);
	const [release] = await sql<Release>(
		`SELECT id, version::int AS version, hash, content FROM playbook_versions
		 WHERE playbook_id = $1::uuid AND ($2::int IS NULL OR version = $2::int)
		 ORDER BY version DESC LIMIT 1`,
		[input.playbookId, input.version ?? null],
	);
	return release ? { ...release, content: completeContent(release.content) } : null;
}
