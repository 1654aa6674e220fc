import { type Slug, slug } from "@/slugs";

type Move = { from?: string; to: string };

/**
 * The moves of a status that a person gives a reason for (`statusReason`). Acts with a route of their own ask for theirs there:
 * waiving, overriding, rejecting, voiding, undoing, skipping, revoking, dismissing, reopening.
 */
export const reasonedMoves: Partial<Record<Slug, readonly Move[]>> = {
	[slug.casinos]: [{ to: "suspended" }, { to: "closed" }, { from: "suspended", to: "live" }],
	[slug.contracts]: [{ to: "terminated" }],
	[slug.onboardings]: [{ to: "cancelled" }],
};

/** Whether a person who makes this move says why. */
export const needsReason = (collection: Slug, from: unknown, to: unknown): boolean =>
	from !== to &&
	(reasonedMoves[collection] ?? []).some((move) => move.to === to && (move.from === undefined || move.from === from));
