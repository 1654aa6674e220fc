"use client";

import { useEffect, useState } from "react";
import type { Live } from "@/operations/views/dashboardFacts";
import { MovingColumn } from "./MovingColumn";
import { NeedsColumn } from "./NeedsColumn";

const LOOK_EVERY_MS = 3000;

/** Both live columns. They look again every few seconds while somebody is looking at them, and say when they cannot. */
export function LiveColumns({ initial }: { initial: Live }) {
	const [live, setLive] = useState(initial);
	const [isStale, setStale] = useState(false);
	useEffect(() => {
		const stopping = new AbortController();
		const look = async () => {
			if (document.hidden) return;
			try {
				const answer = await fetch("/api/dashboard/live", { credentials: "include", signal: stopping.signal });
				if (!answer.ok) throw new Error(`Answered ${answer.status}.`);
				setLive((await answer.json()) as Live);
				setStale(false);
			} catch {
				if (!stopping.signal.aborted) setStale(true);
			}
		};
		const timer = setInterval(look, LOOK_EVERY_MS);
		document.addEventListener("visibilitychange", look);
		return () => {
			stopping.abort();
			clearInterval(timer);
			document.removeEventListener("visibilitychange", look);
		};
	}, []);
	return (
		<>
			<NeedsColumn live={live} />
			<MovingColumn runs={live.moving} isStale={isStale} />
		</>
	);
}
