"use client";

import { useCallback, useEffect, useState } from "react";
import type { UpgradePreview } from "@/operations/upgrade/previewUpgrade";
import { ApiFailure, callApi } from "../parts/callApi";

export type ReadUpgrade = Pick<UpgradePreview, "from" | "to" | "said" | "seen">;

/** What the newest version would do to an onboarding, read once, and again when it was refused for having changed. */
export function useUpgrade(onboardingId: string) {
	const [upgrade, setUpgrade] = useState<ReadUpgrade | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [round, setRound] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads again
	useEffect(() => {
		const stop = new AbortController();
		callApi<ReadUpgrade>(`/onboardings/${onboardingId}/upgrade`, { signal: stop.signal })
			.then((read) => {
				setUpgrade(read);
				setProblem(null);
			})
			.catch((error: unknown) => {
				if (stop.signal.aborted) return;
				setUpgrade(null);
				setProblem(error instanceof ApiFailure ? error.message : "The versions could not be compared.");
			});
		return () => stop.abort();
	}, [onboardingId, round]);
	return { upgrade, problem, hasMoved: round > 0, readAgain: useCallback(() => setRound((last) => last + 1), []) };
}
