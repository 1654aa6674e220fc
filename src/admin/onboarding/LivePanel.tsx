import type { UIFieldServerProps } from "payload";
import { actorOf } from "@/access/actorOf";
import { readOnboardingLive } from "@/operations/live/readOnboardingLive";
import { OnboardingView } from "../live/OnboardingView";
import { EmptyState } from "../parts/EmptyState";

/** May we provision, and is it working? At the top of an onboarding that has been saved. */
export async function LivePanel({ id, req }: UIFieldServerProps) {
	if (!id) {
		return (
			<EmptyState title="The gate appears here once the onboarding is saved">
				Then add its contract and its invoice: each condition says what is missing and who can do it.
			</EmptyState>
		);
	}
	const actor = actorOf(req);
	const live = await readOnboardingLive({ req, onboardingId: String(id) });
	return <OnboardingView initial={live} role={actor.kind === "person" ? actor.vendorRole : null} />;
}
