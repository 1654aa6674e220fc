"use client";

import { useCallback, useEffect, useState } from "react";
import type { OnboardingPage } from "@/operations/plan/readOnboardingPage";
import { type Connection, useEvents } from "../live/useEvents";
import { callApi } from "../parts/callApi";

/**
 * An onboarding's page as it stands: what the server rendered, then every snapshot that is sent, and what is read again
 * after an act of one's own, without waiting for the news of it.
 */
export function usePage(initial: OnboardingPage): {
	page: OnboardingPage;
	connection: Connection;
	readAgain(): Promise<void>;
} {
	const [page, setPage] = useState(initial);
	const { onboardingId } = initial.plan;
	// What was read earlier never takes the place of what was read later, whichever came first.
	const take = useCallback(
		(next: OnboardingPage) => setPage((shown) => (next.plan.readAt >= shown.plan.readAt ? next : shown)),
		[],
	);
	useEffect(() => take(initial), [initial, take]);
	const connection = useEvents<OnboardingPage>(`/api/onboardings/${onboardingId}/events?of=page`, take);
	const readAgain = useCallback(
		// What was written stands though it cannot be read back now: that is no failure of the act, and snapshots follow.
		() => callApi<OnboardingPage>(`/onboardings/${onboardingId}/page`).then(take, () => {}),
		[onboardingId, take],
	);
	return { page, connection, readAgain };
}
