"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { type Connection, useEvents } from "./useEvents";

/** Milliseconds in which much that happens at once is one look. */
const pause = 1000;

/** Has the page read again on the server when something it shows has changed. */
export function useNews(address: string): Connection {
	const router = useRouter();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const isFirst = useRef(true);
	const onNews = useCallback(() => {
		// The first event says that the stream stands; the page was read a moment before.
		if (isFirst.current) isFirst.current = false;
		else
			timer.current ??= setTimeout(() => {
				timer.current = undefined;
				router.refresh();
			}, pause);
	}, [router]);
	useEffect(() => () => clearTimeout(timer.current), []);
	return useEvents(address, onNews);
}
