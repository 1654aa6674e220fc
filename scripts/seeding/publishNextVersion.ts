import { createLocalReq } from "payload";
import { asUser } from "@/access/authority";
import type { PlaybookContent, PlaybookItem } from "@/domain/playbook/content";
import { inTransaction } from "@/operations/inTransaction";
import { contentOf } from "@/operations/playbooks/contentOf";
import { formOf } from "@/operations/playbooks/formOf";
import { draftLessons } from "@/operations/upgrade/draftLessons";
import type { Playbook } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import { saltmarsh } from "./sampleClients";

/**
 * What a finished support contract taught, in the playbook's next version: published by operations. Onboardings that
 * run keep the version they are pinned to, until somebody compares and applies this one.
 */
export async function publishNextVersion(desk: Desk): Promise<void> {
	const user = { ...colleague(desk, "ops"), collection: slug.users };
	const req = await createLocalReq({ user }, desk.payload);
	await inTransaction(req, async () => {
		const sql = await sqlOf(req);
		const [finished] = await sql<{ id: string; playbook: string }>(
			`SELECT o.id, o.playbook_id AS playbook FROM onboardings o JOIN casinos c ON c.id = o.casino_id
			 WHERE c.name = $1 AND o.status = 'completed' AND NOT EXISTS (
				SELECT 1 FROM playbook_versions v WHERE v.playbook_id = o.playbook_id AND v.version > o.playbook_version)`,
			[saltmarsh.casino],
		);
		if (!finished) return;
		await draftLessons({ req, onboardingId: finished.id, notes: null });
		const of = { collection: slug.playbooks, id: finished.playbook, depth: 0 } as const;
		const draft = await desk.payload.findByID({ ...of, draft: true, ...asUser(req) });
		const { phases } = formOf(amend(contentOf(draft as Playbook)));
		await desk.payload.update({ ...of, data: { phases, _status: "published" }, ...asUser(req) });
	});
}

/** The product's age is asked for before the acceptance is judged, and the requirements get a day more. */
function amend(content: PlaybookContent): PlaybookContent {
	const phases = content.phases.map((phase) =>
		phase.key === "acceptance" ? { ...phase, items: phase.items.flatMap(amendItem) } : phase,
	);
	return { ...content, phases };
}

function amendItem(item: PlaybookItem): PlaybookItem[] {
	if (item.key !== "requirements" || !item.due) return [item];
	const age: PlaybookItem = {
		...item,
		key: "product_age",
		kind: "task",
		title: "Ask for the product's age, and look up how long its parts take",
		guidance: "Parts for products older than ten years take nine days. Say so before the acceptance is judged.",
		evidence: "value",
		due: { ...item.due, days: 1 },
	};
	return [age, { ...item, due: { ...item.due, days: 4 } }];
}
