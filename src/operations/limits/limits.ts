const minute = 60;
const hour = 60 * minute;

/** How often something may be tried within how long, by whom. Numbers a crowded back office does not reach. */
export const limits = {
	/** Strangers to an account, together. A browser that has signed in to it before is counted for itself. */
	signInByAccount: { points: 8, seconds: 10 * minute },
	signInByDevice: { points: 8, seconds: 10 * minute },
	/** Only tries that fail count: a whole shift may sign in from behind one address. */
	signInByAddress: { points: 60, seconds: 10 * minute },
	/** Generous: a token of 256 random bits is not found by trying. */
	invitesByAddress: { points: 400, seconds: minute },
	linkByAccount: { points: 5, seconds: 15 * minute },
	linkByAddress: { points: 30, seconds: 10 * minute },
} as const;

/** What the vendor's own people may do of each kind. */
export const vendorQuota = { points: 1000, seconds: hour } as const;

/**
 * What people of a customer may do within an hour: one of them, and all of one casino together. `what` is how a person
 * reads it. An upload, an import or an invitation costs more than a click, and somebody else pays for it.
 */
export const quotas = {
	preferences: { person: 300, casino: 3000, what: "changes of your saved views" },
	uploads: { person: 60, casino: 300, what: "uploads" },
	invitations: { person: 60, casino: 200, what: "invitations" },
	resends: { person: 20, casino: 60, what: "mails sent again" },
	issues: { person: 60, casino: 300, what: "reported issues" },
	imports: { person: 60, casino: 200, what: "imports" },
	exports: { person: 60, casino: 300, what: "downloads" },
} as const;

export const quotaSeconds = hour;

export type LimitName = keyof typeof limits;
export type QuotaName = keyof typeof quotas;

/** Open live pages of one server process. Each holds a connection of it. */
export const streamLimits = {
	all: 500,
	/** Kept for the vendor's people: customers' together get no further than `all` less this. */
	vendorReserve: 100,
	/** A browser opens no more than six connections to one server. */
	customer: { session: 6, person: 12, casino: 100 },
	vendor: { session: 20, person: 40 },
} as const;

/** What a list may be asked for in one request. */
export const queryLimits = {
	/** Rows; `0`, all of them, is read as this many. */
	rows: { vendor: 10_000, others: 1000 },
	conditions: 200,
	depth: 12,
	values: 1000,
	characters: 40_000,
	sorts: 10,
	fields: 300,
} as const;
