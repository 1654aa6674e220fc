import { lookAtCheckIns } from "@/operations/checkIns/lookAtCheckIns";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import type { Desk } from "./desk";
import { inTurn } from "./inTurn";
import type { Opened } from "./openCustomer";

/** Does the check-ins of a customer whose days have come, each on its day; the customer's people were there since. */
export async function keepCheckIns({ payload }: Desk, { casino }: Opened): Promise<void> {
	const sql = await sqlOf({ payload });
	const people = "id IN (SELECT _parent_id FROM users_memberships WHERE casino_id = $1::uuid)";
	const [last] = await sql<{ dueAt: Date }>(
		`SELECT due_at AS "dueAt" FROM check_ins 
		 WHERE casino_id = $1::uuid AND kind = 'first_week' AND due_at <= now() ORDER BY due_at DESC LIMIT 1`,
		[casino.id],
	);
	// Nobody's after that: another customer's of today are none of this story.
	if (last) await inTurn(() => lookAtCheckIns({ payload, now: last.dueAt }));
	await sql(
		"UPDATE check_ins SET looked_at = due_at, updated_at = due_at WHERE casino_id = $1::uuid AND kind = 'first_week' AND status <> 'scheduled'",
		[casino.id],
	);
	await sql(
		`UPDATE messages m SET created_at = k.due_at, updated_at = k.due_at FROM check_ins k
		 WHERE m.key = 'check-in:' || k.id AND k.casino_id = $1::uuid`,
		[casino.id],
	);
	const seen = "greatest(first_sign_in_at, now() - interval '19 hours')";
	await sql(
		`UPDATE users SET last_sign_in_at = ${seen}, first_sign_in_at = coalesce(first_sign_in_at, ${seen}) WHERE ${people}`,
		[casino.id],
	);
}

/** The calls after the go-live whose days have come, each with what was said. */
export async function keepHypercare(
	{ payload, system }: Desk,
	{ casino }: Opened,
	notes: Readonly<Record<number, string>>,
): Promise<void> {
	const sql = await sqlOf({ payload });
	const due = await sql<{ id: string; day: number; dueAt: Date }>(
		`SELECT id, day::int AS day, due_at AS "dueAt" FROM check_ins
		 WHERE casino_id = $1::uuid AND kind = 'hypercare' AND status = 'scheduled' AND due_at <= now() ORDER BY day`,
		[casino.id],
	);
	for (const { id, day, dueAt } of due) {
		await payload.update({
			collection: slug.checkIns,
			id,
			data: {
				status: "done",
				notes: notes[day] ?? "Called the operations lead. Every shift was recorded, no questions.",
				lookedAt: dueAt.toISOString(),
			},
			depth: 0,
			...system,
		});
	}
}
