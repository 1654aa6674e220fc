/** How a state is to be taken. Red (`bad`) is kept for what needs a person. */
export type Tone = "good" | "moving" | "waiting" | "warn" | "bad" | "ended";

const tones: Record<Tone, readonly string[]> = {
	good: [
		"live",
		"paid",
		"signed",
		"succeeded",
		"settled",
		"accepted",
		"active",
		"approved",
		"completed",
		"done",
		"good",
		"green",
	],
	moving: ["provisioning", "running", "queued", "received", "open", "trialing", "acknowledged"],
	waiting: ["draft", "pending", "scheduled", "prospect", "requested", "invited", "incomplete", "sent", "low"],
	warn: ["yellow", "on_hold", "past_due", "failing", "suspended", "attention", "expired", "paused", "medium", "unpaid"],
	bad: ["red", "failed", "held", "disputed", "uncollectible", "high"],
	ended: [],
};

const toneByStatus = new Map(
	Object.entries(tones).flatMap(([tone, statuses]) => statuses.map((status) => [status, tone as Tone])),
);

/** The usual tone of a status; what is unknown or over is quiet. */
export function toneOf(status: string): Tone {
	return toneByStatus.get(status) ?? "ended";
}
