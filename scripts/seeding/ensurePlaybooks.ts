import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { PlaybookContent } from "@/domain/playbook/content";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { layOutPlan } from "@/operations/plan/layOutPlan";
import { reviewPlan } from "@/operations/plan/reviewPlan";
import { defaultPlaybookKey } from "@/operations/playbooks/defaultPlaybookKey";
import { formOf } from "@/operations/playbooks/formOf";
import { hashContent } from "@/operations/playbooks/hashContent";
import { shippedPlaybooks } from "@/playbooks/shippedPlaybooks";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

const why = "shipped playbooks";

/**
 * The shipped playbooks, published: where one is missing it is made; where nobody has published a version of their own
 * since, a newer shipped text becomes the next version. Onboardings from before there were playbooks get theirs.
 */
export async function ensurePlaybooks(payload: Payload): Promise<void> {
	const req = await systemRequest(payload, why);
	await inTransaction(req, async () => {
		// Two releases may be prepared at once: the second waits, and finds everything there.
		const sql = await sqlOf(req);
		await sql("SELECT pg_advisory_xact_lock(hashtextextended('playbooks', 3))");
		for (const content of shippedPlaybooks) await ensurePlaybook(req, content);
		await adoptOnboardings(req);
	});
}

async function ensurePlaybook(req: PayloadRequest, content: PlaybookContent): Promise<void> {
	const sql = await sqlOf(req);
	const [known] = await sql<{ id: string; hash: string | null; isOurs: boolean }>(
		`SELECT p.id, v.hash, v.published_by_id IS NULL AS "isOurs" FROM playbooks p LEFT JOIN LATERAL (
			SELECT hash, published_by_id FROM playbook_versions WHERE playbook_id = p.id ORDER BY version DESC LIMIT 1
		 ) v ON true WHERE p.key = $1`,
		[content.key],
	);
	const data = { ...formOf(content), _status: "published" as const };
	const system = asSystem(req, why);
	if (!known) {
		await req.payload.create({ collection: slug.playbooks, data, depth: 0, ...system });
	} else if (known.isOurs && known.hash !== hashContent(content)) {
		await req.payload.update({ collection: slug.playbooks, id: known.id, data, depth: 0, ...system });
	}
}

async function adoptOnboardings(req: PayloadRequest): Promise<void> {
	const sql = await sqlOf(req);
	const adopted = await sql<{ id: string }>(
		`UPDATE onboardings SET playbook_id = p.id, playbook_version = p.latest_version
		 FROM playbooks p WHERE onboardings.playbook_id IS NULL AND p.key = $1 RETURNING onboardings.id`,
		[defaultPlaybookKey],
	);
	for (const { id } of adopted) {
		await layOutPlan({ req, onboardingId: id });
		await reviewPlan({ req, onboardingId: id });
	}
}
