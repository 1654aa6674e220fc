"use client";

import { useEffect, useState } from "react";

/** `lost`: trying again. `ended`: the server closed it for good, with a message. */
export type Connection = { state: "connecting" | "live" | "lost" | "ended"; message: string | null };

/**
 * Takes every snapshot that a stream of server-sent events brings. While the tab is not looked at nothing is held open.
 * @param onSnapshot the same function from one rendering to the next
 */
export function useEvents<Snapshot>(address: string, onSnapshot: (snapshot: Snapshot) => void): Connection {
	const [connection, setConnection] = useState<Connection>({ state: "connecting", message: null });
	useEffect(() => {
		let source: EventSource | null = null;
		const close = () => {
			source?.close();
			source = null;
		};
		const open = () => {
			close();
			if (document.hidden) return;
			source = new EventSource(address, { withCredentials: true });
			source.addEventListener("snapshot", (event) => {
				onSnapshot(JSON.parse(event.data) as Snapshot);
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
	}, [address, onSnapshot]);
	return connection;
}
