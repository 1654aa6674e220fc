import type { PayloadRequest } from "payload";
import { asUser } from "@/access/authority";
import { NotFound } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { lockForUpdate } from "../lockForUpdate";
import { reviewPlan } from "../plan/reviewPlan";

type Lesson = { title: string; phase: string; says: string };

type Learned = {
	title: string;
	playbookId: string;
	version: number;
	notes: string | null;
	lessons: Lesson[];
};

const daysLate = `(${todaySql("c.timezone", "i.done_at")} - i.due_at)`;

/** What an onboarding has to say about its playbook: notes, what was late, put off, waived, opened again or took long, and the pilot's issues. */
const learnedSql = `
	SELECT o.title, o.playbook_id AS "playbookId", o.playbook_version::int AS version, o.notes,
		coalesce((SELECT json_agg(json_build_object('title', d.title, 'phase', d.name, 'says', d.says) ORDER BY d.position)
			FROM (
				SELECT i.title, l.name, i.position, concat_ws(' ',
					CASE WHEN i.status = 'waived' THEN 'Waived.' END,
					CASE WHEN i.snoozed_to IS NOT NULL THEN 'Put off: ' || rtrim(coalesce(i.snooze_reason, 'no reason given'), '.') || '.' END,
					CASE WHEN ${daysLate} > 0 THEN 'Days late: ' || ${daysLate} || '.' END,
					CASE WHEN i.minutes_taken >= 120 THEN 'Took ' || i.minutes_taken || ' minutes.' END,
					CASE WHEN i.retired_at IS NOT NULL THEN 'Done, and no longer in the playbook.' END,
					CASE WHEN i.note IS NOT NULL THEN 'Note: ' || i.note END) AS says
				FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id WHERE i.onboarding_id = o.id
			) d WHERE d.says <> ''), '[]') AS lessons
	FROM onboardings o JOIN casinos c ON c.id = o.casino_id WHERE o.id = $1::uuid`;

/**
 * “Propose playbook changes”: the deviations and notes of an onboarding, added to a draft of its playbook's next version.
 * In the caller's transaction, with the person's own rights.
 *
 * @param input.notes what the person adds
 * @throws NotFound when there is no such onboarding
 * The onboarding keeps when, and its plan is reviewed.
 *
 * @returns the playbook whose draft it is, and how many deviations there were
 */
export async function draftLessons(input: {
	req: PayloadRequest;
	onboardingId: string;
	notes: string | null;
}): Promise<{ playbook: string; lessons: number }> {
	const { req, onboardingId, notes } = input;
	const sql = await sqlOf(req);
	const [learned] = await sql<Learned>(learnedSql, [onboardingId]);
	if (!learned) throw new NotFound("onboarding");
	const issues = await sql<{ title: string; outcome: string | null }>(
		"SELECT title, outcome::text FROM pilot_issues WHERE onboarding_id = $1::uuid ORDER BY found_at",
		[onboardingId],
	);
	// Of two who share what they learned at once, the second adds to what the first wrote.
	await lockForUpdate({ req, collection: slug.playbooks, id: learned.playbookId, isWhole: true });
	const playbook = await req.payload.findByID({
		collection: slug.playbooks,
		id: learned.playbookId,
		draft: true,
		depth: 0,
		...asUser(req),
	});
	const chapter = writeChapter(learned, issues, notes);
	const before = playbook.lessons ?? "";
	// Asked for twice, it is written once.
	if (!before.includes(chapter)) {
		await req.payload.update({
			collection: slug.playbooks,
			id: playbook.id,
			data: { lessons: [before, chapter].filter(Boolean).join("\n\n").slice(-20_000).toWellFormed(), _status: "draft" },
			draft: true,
			depth: 0,
			...asUser(req),
		});
	}
	await sql(
		"UPDATE onboardings SET lessons_proposed_at = coalesce(lessons_proposed_at, now()), updated_at = now() WHERE id = $1::uuid",
		[onboardingId],
	);
	await reviewPlan({ req, onboardingId });
	return { playbook: playbook.id, lessons: learned.lessons.length + issues.length };
}

function writeChapter(
	learned: Learned,
	issues: { title: string; outcome: string | null }[],
	notes: string | null,
): string {
	return [
		`# ${learned.title}, on version ${learned.version}`,
		...[notes, learned.notes].filter((text) => text !== null && text !== ""),
		...learned.lessons.map(({ phase, title, says }) => `- ${phase}: “${title}”. ${says}`),
		...issues.map(({ title, outcome }) => `- Pilot: “${title}”${outcome ? ` (${outcome.replaceAll("_", " ")})` : ""}.`),
	].join("\n");
}
