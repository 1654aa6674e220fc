"use client";

import { useEffect, useState } from "react";
import type { OnboardingLive } from "@/operations/live/onboardingLive";

/** `lost`: trying again. `ended`: the server closed it for good, with a message. */
export type Connection = { state: "connecting" | "live" | "lost" | "ended"; message: string | null };

/**
 * Follows an onboarding: begins with what the server rendered, then takes every snapshot that is sent. While the tab is
 * not looked at nothing is held open.
 *
 * @param runId a run to follow instead of the current one
 */
export function useLive(
	initial: OnboardingLive,
	runId: string | null,
): { live: OnboardingLive; connection: Connection } {
	const [live, setLive] = useState(initial);
	const [connection, setConnection] = useState<Connection>({ state: "connecting", message: null });
	const { onboardingId } = initial;
	useEffect(() => setLive(initial), [initial]);
	useEffect(() => {
		let source: EventSource | null = null;
		const close = () => {
			source?.close();
			source = null;
		};
		const open = () => {
			close();
			if (document.hidden) return;
			const query = runId ? `?run=${runId}` : "";
			source = new EventSource(`/api/onboardings/${onboardingId}/events${query}`, { withCredentials: true });
			source.addEventListener("snapshot", (event) => {
				setLive(JSON.parse(event.data) as OnboardingLive);
				setConnection({ state: "live", message: null });
			});
			source.addEventListener("end", (event) => {
				close();
				setConnection({ state: "ended", message: (JSON.parse(event.data) as { message: string }).message });
			});
			source.addEventListener("error", () => {
				const isOver = source?.readyState === EventSource.CLOSED;
				setConnection({ state: isOver ? "ended" : "lost", message: null });
			});
		};
		open();
		document.addEventListener("visibilitychange", open);
		return () => {
			close();
			document.removeEventListener("visibilitychange", open);
		};
	}, [onboardingId, runId]);
	return { live, connection };
}
