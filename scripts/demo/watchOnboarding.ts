import { setTimeout as sleep } from "node:timers/promises";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import type { Api } from "./createApi";

const everyMs = 40;

/**
 * Looks at an onboarding until it is as wished.
 * @throws when that takes longer than `seconds`, saying what was waited for
 */
export async function watchOnboarding<Seen>(input: {
	api: Api;
	token: string;
	onboardingId: string;
	/** What is wished for; undefined while it is not there yet. */
	look: (live: OnboardingLive) => Seen | undefined;
	waitingFor: string;
	seconds?: number;
}): Promise<Seen> {
	const { api, token, onboardingId, look, waitingFor, seconds = 60 } = input;
	const deadline = performance.now() + seconds * 1000;
	for (;;) {
		const live = await api<OnboardingLive>("GET", `/onboardings/${onboardingId}/live`, { token });
		const seen = look(live);
		if (seen !== undefined) return seen;
		if (performance.now() > deadline) {
			throw new Error(`Waited ${seconds} s in vain for ${waitingFor}. Is a worker running?`);
		}
		await sleep(everyMs);
	}
}
