"use client";

import { useEffect, useState } from "react";
import { dayIn, isDay } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import { sayDaysAway, sayMoment, sayRelative } from "./sayTime";
import "./parts.css";

type Props = {
	at: Date | string | null | undefined;
	empty?: string;
	/** Names the day before the distance, in the reader's zone: “20 Nov 2026, 3 hours ago”. */
	withDay?: boolean;
	/** What a day is counted from: the casino's own. The reader's when left out. */
	today?: string;
};

/**
 * A moment or a day as distance (“3 hours ago”, “in 2 days”), with the exact time and zone on hover and focus.
 * Ticks while it is shown. The server writes the distance too, so that nothing jumps.
 */
export function RelativeTime({ at, empty = "unknown", withDay = false, today }: Props) {
	const [now, setNow] = useState<number | null>(null);
	useEffect(() => {
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), 20_000);
		return () => clearInterval(timer);
	}, []);
	if (!at) return <span className="kt-muted">{empty}</span>;
	if (typeof at === "string" && isDay(at)) {
		return <RelativeDay day={at} today={today ?? dayIn(new Date(now ?? Date.now()).toISOString(), zoneOf(now))} />;
	}
	const moment = new Date(at);
	// The zone of the reader is known in the browser only.
	const exact = now === null ? moment.toISOString() : sayMoment(moment);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable without a mouse
		<time className="kt-time" dateTime={moment.toISOString()} title={exact} tabIndex={0} suppressHydrationWarning>
			{withDay ? `${sayDay(moment, zoneOf(now))}, ` : ""}
			{sayRelative(moment, now ?? Date.now())}
			<span className="kt-sr"> ({exact})</span>
		</time>
	);
}

/** The reader's zone, once it is known. */
const zoneOf = (now: number | null) => (now === null ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone);

function RelativeDay({ day, today }: { day: string; today: string }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: the day must be reachable without a mouse
		<time className="kt-time" dateTime={day} title={sayDay(day)} tabIndex={0} suppressHydrationWarning>
			{sayDaysAway(day, today)}
			<span className="kt-sr"> ({sayDay(day)})</span>
		</time>
	);
}
