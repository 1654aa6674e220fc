"use client";

import { useEffect, useState } from "react";

/** A stopwatch that goes on where it was stopped. `elapsed` in milliseconds; by the clock, so that a sleeping tab loses nothing. */
export function useStopwatch() {
	const [kept, setKept] = useState(0);
	const [startedAt, setStartedAt] = useState<number | null>(null);
	const [now, setNow] = useState(0);
	useEffect(() => {
		if (startedAt === null) return;
		const timer = setInterval(() => setNow(Date.now()), 200);
		return () => clearInterval(timer);
	}, [startedAt]);
	const running = startedAt === null ? 0 : Math.max(0, now - startedAt);
	return {
		isRunning: startedAt !== null,
		elapsed: kept + running,
		start: () => {
			const at = Date.now();
			setNow(at);
			setStartedAt(at);
		},
		stop: () => {
			if (startedAt !== null) setKept(kept + Date.now() - startedAt);
			setStartedAt(null);
		},
		reset: () => {
			setKept(0);
			setStartedAt(null);
		},
	};
}
