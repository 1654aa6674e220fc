import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Of = { req: PayloadRequest; onboardingId: string };

/** The check-ins of the first week. */
export async function readCheckIns({
	req,
	onboardingId,
}: Of): Promise<{ id: string; day: number; dueAt: string; status: string }[]> {
	const sql = await sqlOf(req);
	const rows = await sql<{ id: string; day: number; dueAt: Date; status: string }>(
		`SELECT id, day::int AS day, due_at AS "dueAt", status FROM check_ins
		 WHERE onboarding_id = $1::uuid AND kind = 'first_week' ORDER BY day`,
		[onboardingId],
	);
	return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }));
}

/** Schedules the days that are not scheduled yet; cancelled ones are scheduled again. */
export async function scheduleCheckIns(
	input: Of & { casinoId: string; dueAt: { day: number; at: string }[] },
): Promise<{ checkInIds: string[] }> {
	const { req, casinoId, onboardingId } = input;
	const system = asSystem(req, "first week");
	const existing = await readCheckIns(input);
	const ids: string[] = [];
	for (const { day, at } of input.dueAt) {
		const known = existing.find((row) => row.day === day);
		if (known && known.status !== "cancelled") {
			ids.push(known.id);
			continue;
		}
		const data = { dueAt: at, status: "scheduled" as const };
		const { id } = known
			? await req.payload.update({ collection: slug.checkIns, id: known.id, data, depth: 0, ...system })
			: await req.payload.create({
					collection: slug.checkIns,
					data: {
						...data,
						casino: casinoId,
						onboarding: onboardingId,
						kind: "first_week",
						day,
						label: `Day ${day} check-in`,
					},
					depth: 0,
					...system,
				});
		ids.push(id);
	}
	return { checkInIds: ids };
}

/** Cancels what has not happened yet, one after the other: the plan is looked at again with each. */
export async function cancelCheckIns({
	req,
	onboardingId,
	why = "provisioning was undone",
}: Of & { why?: string }): Promise<void> {
	const system = asSystem(req, why);
	const { docs } = await req.payload.find({
		collection: slug.checkIns,
		where: {
			onboarding: { equals: onboardingId },
			kind: { equals: "first_week" },
			status: { in: ["scheduled", "attention"] },
		},
		select: { status: true },
		sort: "id",
		depth: 0,
		pagination: false,
		...system,
	});
	for (const { id } of docs) {
		await req.payload.update({ collection: slug.checkIns, id, data: { status: "cancelled" }, depth: 0, ...system });
	}
}
