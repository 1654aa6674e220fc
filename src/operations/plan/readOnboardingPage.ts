import type { PayloadRequest } from "payload";
import type { OnboardingLive } from "../live/onboardingLive";
import { readOnboardingLive } from "../live/readOnboardingLive";
import type { OnboardingPlan } from "./onboardingPlan";
import { readOnboardingPlan } from "./readOnboardingPlan";

/** An onboarding's page: its gate and run, and its plan. */
export type OnboardingPage = { live: OnboardingLive; plan: OnboardingPlan };

/**
 * Gate, run and plan of an onboarding in three statements, with the rights of whoever asks.
 * @throws SignInRequired, NotFound (also when it is not theirs)
 */
export async function readOnboardingPage(input: {
	req: PayloadRequest;
	onboardingId: string;
}): Promise<OnboardingPage> {
	const [live, plan] = await Promise.all([readOnboardingLive(input), readOnboardingPlan(input)]);
	return { live, plan };
}
