import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { OnboardingStatus } from "@/domain/onboardingStatus";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * The way back from a completed onboarding: it is open again in its last phase, and stays so until a person closes that phase, however
 * much of it is done. In the caller's transaction. Reopening an open one answers the same.
 *
 * @throws NotFound; Conflict for one that was cancelled
 */
export async function reopenOnboarding(input: {
	req: PayloadRequest;
	onboardingId: string;
	reason: string;
}): Promise<{ status: "open" }> {
	const { req, onboardingId, reason } = input;
	const sql = await sqlOf(req);
	const [found] = await sql<{ status: OnboardingStatus }>(
		"SELECT status FROM onboardings WHERE id = $1::uuid FOR NO KEY UPDATE",
		[onboardingId],
	);
	if (!found) throw new NotFound("onboarding");
	if (found.status === "open") return { status: "open" };
	if (found.status !== "completed") {
		throw new Conflict(
			`This onboarding is ${found.status === "on_hold" ? "on hold: resume it" : "cancelled: open a new one"}.`,
		);
	}
	await sql(
		`UPDATE checklists SET status = 'active', closed_at = NULL, closed_by_id = NULL, updated_at = now()
		 WHERE id = (SELECT id FROM checklists WHERE onboarding_id = $1::uuid ORDER BY position DESC LIMIT 1)`,
		[onboardingId],
	);
	await req.payload.update({
		collection: slug.onboardings,
		id: onboardingId,
		data: { status: "open", statusReason: reason, completedAt: null, reopenedAt: new Date().toISOString() },
		depth: 0,
		...asSystem(req, `reopened: ${reason}`),
	});
	return { status: "open" };
}
