"use client";

import { useEffect, useState } from "react";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { type Connection, useEvents } from "./useEvents";

/**
 * Follows an onboarding: begins with what the server rendered, then takes every snapshot that is sent.
 * @param runId a run to follow instead of the current one
 */
export function useLive(
	initial: OnboardingLive,
	runId: string | null,
): { live: OnboardingLive; connection: Connection } {
	const [live, setLive] = useState(initial);
	useEffect(() => setLive(initial), [initial]);
	const query = runId ? `?run=${runId}` : "";
	const connection = useEvents(`/api/onboardings/${initial.onboardingId}/events${query}`, setLive);
	return { live, connection };
}
