import { counted } from "@/domain/inWords";

/** “3 days late”, “1 day early”, “on the day”: of a go-live, against what was promised. */
export function sayLateness(days: number): string {
	if (days === 0) return "on the day";
	return `${counted(Math.abs(days), "day")} ${days > 0 ? "late" : "early"}`;
}
