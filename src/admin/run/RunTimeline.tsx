import type { UIFieldServerProps } from "payload";
import { actorOf, idOf } from "@/access/actorOf";
import { readOnboardingLive } from "@/operations/live/readOnboardingLive";
import { RunView } from "../live/RunView";

/** Is it working, and if not, where and why? At the top of a run. */
export async function RunTimeline({ id, data, req }: UIFieldServerProps) {
	const onboardingId = idOf(data?.onboarding);
	if (!id || !onboardingId) return null;
	const actor = actorOf(req);
	const runId = String(id);
	const live = await readOnboardingLive({ req, onboardingId, runId });
	return <RunView initial={live} runId={runId} role={actor.kind === "person" ? actor.vendorRole : null} />;
}
