/** How often something may be tried within how long, by whom. Numbers a crowded back office does not reach (DESIGN §6). */
export const limits = {
	/** As many as Payload allows before it locks the account. */
	signInByAccount: { points: 8, seconds: 600 },
	/** Only tries that fail count: a whole shift may sign in from behind one address. */
	signInByAddress: { points: 60, seconds: 600 },
	/** Generous: a token of 256 random bits is not found by trying. */
	invitesByAddress: { points: 400, seconds: 60 },
	linkByAccount: { points: 5, seconds: 900 },
	linkByAddress: { points: 30, seconds: 600 },
} as const;

export type LimitName = keyof typeof limits;
