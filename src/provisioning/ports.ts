/**
 * What provisioning needs from outside. Vendors implement the connectors (`integrations/`);
 * `operations` implements the records that are ours. Times are ISO 8601 in UTC.
 */

import type { PlaybookWords } from "@/domain/playbook/words";

/** The facts a run works on, read once when it is claimed. */
export type RunContext = {
	runId: string;
	onboardingId: string;
	casino: { id: string; name: string; slug: string; timezone: string };
	/** Null while the casino has none: its own name serves. */
	company: { id: string; name: string } | null;
	adminContact: Contact;
	operationsLead: Contact;
	orderForm: { id: string; planId: string | null; sites: number | null; seats: number | null };
	/** What the pinned version of its playbook says in its own words. */
	words: PlaybookWords;
	/** Whether the run plans check-ins. */
	hasCheckIns: boolean;
	/** Who paid, where known: the confirmation goes to them and to the company's billing address. */
	financeEmail: string | null;
};

export type Contact = { name: string; email: string };

export type WorkingDay = { enabled: boolean; start: string; end: string };
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
export type WorkingHours = Record<Weekday, WorkingDay>;

export type ProductCasino = {
	casinoId: string;
	name: string;
	slug: string;
	timezone: string;
	status: "active" | "suspended" | "closed";
	/** Staff rows that exist in the product, by state. */
	staff: { email: string; role: string; status: "invited" | "active" | "disabled" }[];
};

export type ProductArea = { id: string; name: string; kind: string; status: string };

/** `areaId` is our id of the area. Bets are minor units. */
export type ProductTable = {
	id: string;
	name: string;
	areaId: string;
	game: string;
	minBet: number | null;
	maxBet: number | null;
	currency: string | null;
	status: string;
};

/** A member of the roster who works in the product, with our word for the role. Who is not enabled may not work there (any more). */
export type ProductPerson = { id: string; email: string; name: string; role: string; isEnabled: boolean };

/** The configuration may not be changed in it, unless an approved override lifts it until a moment. */
export type ProductFreeze = { id: string; from: string; until: string; liftedUntil: string | null };

export type ProductConfiguration = {
	casinoId: string;
	/** Grows with each change of ours. */
	revision: number;
	name: string;
	timezone: string;
	/** Null: what is there stays. */
	settings: (BaselineSettings & { games: ProductGame[] }) | null;
	areas: ProductArea[];
	tables: ProductTable[];
	people: ProductPerson[];
	freezes: ProductFreeze[];
};

/** Bets are minor units. No two have both the same. */
export type ProductGame = { game: string; variant: string; minBet: number | null; maxBet: number | null };

export type ProductSync = {
	/** The newest that came there. When it is higher than what was sent, nothing was changed. */
	newestRevision: number;
	/** Until when a freeze keeps the configuration as it is in the product, if ours differs; people are in step all the same. */
	frozenUntil: string | null;
	/** How many of ours are in the product. */
	areas: number;
	tables: number;
	/** Whom the product knows, with our id of them where it has one, and our word for their role. */
	roster: { id: string | null; email: string; role: string; status: string }[];
};

/** Where and when use is measured. Ids are ours; hours are the casino's, and a shift that ends no later than it begins ends on the next day. */
export type ProductScope = {
	areaIds: readonly string[];
	/** Besides those of the areas. */
	tableIds: readonly string[];
	/** No days: every day. */
	shifts: readonly { name: string; starts: string; ends: string; days: readonly Weekday[] }[];
};

/** Counts of what was entered at tables in scope during the scope's shifts; without a scope of everything, and no shares. */
export type ProductUsage = {
	entries: number;
	/** Failed writes and permission errors, of the whole casino. */
	exceptions: number;
	shiftsInScope: number;
	/** With at least one entry. */
	shiftsRecorded: number;
	shifts: { name: string; inScope: number; recorded: number; entries: number }[];
	/** In service. */
	tablesInScope: number;
	tablesUsed: number;
	areasInScope: number;
	areasUsed: number;
	/** With our word for the role. */
	activeStaff: { role: string; people: number }[];
};

/** What the access check saw. `ok` only when every line is ok. */
export type AccessReport = {
	ok: boolean;
	checks: { name: string; ok: boolean; detail: string }[];
};

/** The product whose tenants are provisioned: the reference product, or a customer's own. */
export interface ProductPort {
	/**
	 * Creates tenant, settings and the invited first administrator.
	 * Safe to call again with the same `casinoId`: answers what is there and changes nothing.
	 */
	bootstrapCasino(input: {
		casinoId: string;
		name: string;
		slug: string;
		timezone: string;
		settings: {
			workingHours: WorkingHours;
			defaultTravelBufferMinutes: number;
			defaultJobDurationMinutes: number;
		};
		admin: Contact;
	}): Promise<{ casinoId: string; adminStaffId: string }>;
	findCasino(casinoId: string): Promise<ProductCasino | null>;
	/** Undoes a bootstrap nobody has worked in. Refuses (Conflict) when the tenant holds more than the bootstrap made. */
	removeCasino(casinoId: string): Promise<{ removed: boolean }>;
	/**
	 * Signs in as the administrator under row-level security inside a transaction that is rolled back: reads
	 * settings, creates an invite, and must fail to see any other casino.
	 */
	checkAccess(input: { casinoId: string; adminEmail: string }): Promise<AccessReport>;
	/** Binds the person who accepted in Keyturn to the invited staff row. Safe to call again. */
	acceptStaff(input: { casinoId: string; email: string; name: string; userId: string }): Promise<{ staffId: string }>;
	inviteStaff(input: { casinoId: string; email: string; name: string; role: string }): Promise<{ staffId: string }>;
	/** When the person last worked in the product, or null when never. */
	lastSeenAt(input: { casinoId: string; email: string }): Promise<string | null>;
	/**
	 * Brings a tenant's configuration and people in step with ours, as one whole: made, changed, and closed or disabled where we
	 * have them no more. Nothing is removed, and nobody counts as having worked there. Safe to call again, late and out of order:
	 * what a newer revision has overtaken changes nothing. Throws NotFound where there is no such tenant.
	 */
	syncCasino(input: ProductConfiguration): Promise<ProductSync>;
	/**
	 * What was done in the product in the shifts that begin on some days of the casino's, in a scope.
	 * @param input.from the first day, YYYY-MM-DD
	 */
	readUsage(input: { casinoId: string; from: string; days: number; scope: ProductScope | null }): Promise<ProductUsage>;
	/** For readiness: throws when the product cannot be reached. */
	ping(): Promise<void>;
}

/** What the payment provider knows, asked and told through its API. Off when no key is configured. */
export interface PaymentsPort {
	/** The object as it stands now at the provider, or null when there is none of that id. */
	retrieve(kind: PaymentObjectKind, id: string): Promise<Record<string, unknown> | null>;
	/** Finds or creates the customer. `idempotencyKey` makes a repeated call harmless. */
	ensureCustomer(input: {
		idempotencyKey: string;
		/** Who is billed: the company, or the casino while it has none. */
		billed: { kind: "company" | "casino"; id: string };
		name: string;
		email: string | null;
	}): Promise<{ customerId: string }>;
	/** Brings a customer's name and address to ours; without an address theirs stays. */
	updateCustomer(input: { customerId: string; name: string; email: string | null }): Promise<void>;
	/** Creates, finalizes and sends an invoice of one line. Safe to call again with the same key: continues where it stopped. */
	sendInvoice(input: {
		idempotencyKey: string;
		customerId: string;
		amount: number;
		currency: string;
		description: string;
		dueAt: string | null;
		metadata: Record<string, string>;
	}): Promise<{ invoiceId: string; hostedUrl: string | null; paymentIntentId: string | null }>;
	/** A payment page for one amount. */
	createCheckout(input: {
		idempotencyKey: string;
		customerId: string | null;
		email: string | null;
		amount: number;
		currency: string;
		description: string;
		metadata: Record<string, string>;
		successUrl: string;
		cancelUrl: string;
	}): Promise<{ sessionId: string; url: string }>;
	/** Closes an invoice that was paid outside of the provider, so that nobody pays it there. One that is not payable is left. */
	markPaidElsewhere(input: { idempotencyKey: string; invoiceId: string }): Promise<void>;
	/** Whether the invoice of ours exists at the provider, looked up by our id in its metadata. */
	findInvoice(input: {
		keyturnInvoice: string;
		customerId: string | null;
	}): Promise<{ invoiceId: string; status: string } | null>;
	/** Events since a moment, oldest first, as raw event bodies. */
	listEvents(input: { since: string }): AsyncIterable<Record<string, unknown>>;
}

export type PaymentObjectKind =
	| "invoice"
	| "invoice_payment"
	| "checkout"
	| "charge"
	| "dispute"
	| "refund"
	| "subscription"
	| "customer";

/** Checks that a webhook was sent by the provider and nobody else. */
export interface WebhookVerifier {
	/**
	 * @param body the bytes as they came
	 * @param now epoch seconds; a signature older than 300 s is refused
	 * @returns the event
	 * @throws SignatureRefused saying whether the signature is missing, wrong or stale, or no secret is configured
	 */
	verify(input: { body: string; signature: string | null; now: number }): Record<string, unknown>;
}

export type RenderedMessage = { subject: string; html: string; text: string };

/** Turns a template and its data into a mail, and brings it to the mail server. */
export interface MailPort {
	/** The subject alone, of data that is checked as for the whole mail: a fraction of the work. */
	renderSubject(input: Omit<Parameters<MailPort["render"]>[0], "secretLink">): Promise<string>;
	render(input: {
		template: string;
		data: unknown;
		/** A personal link that stands in no record; left out, the mail says so where it would be. */
		secretLink?: string;
		vendorName: string;
		supportEmail: string | null;
		serverUrl: string;
	}): Promise<RenderedMessage>;
	/** Null when no mail server is configured: messages are then held. */
	send: ((input: RenderedMessage & { to: string; messageId: string }) => Promise<void>) | null;
}

/** The vendors' side of the system, built once from the environment. */
export type VendorPorts = {
	product: ProductPort;
	/** Null when `STRIPE_SECRET_KEY` is not set. */
	payments: PaymentsPort | null;
	stripeWebhooks: WebhookVerifier;
	mail: MailPort;
};

export type Evidence = Record<string, string | number | boolean | null | string[]>;

/** The records of ours that steps create and read back. Each `ensure…` finds what it made before and makes nothing twice. */
export interface RecordPorts {
	readTenant(casinoId: string): Promise<{ status: string; companyId: string | null; name: string } | null>;
	/** Binds the casino to its company, where there is one, and marks it as being provisioned. */
	claimTenant(input: { casinoId: string; companyId: string | null }): Promise<void>;
	/** Back to prospect. */
	releaseTenant(casinoId: string): Promise<void>;
	markLive(casinoId: string): Promise<void>;
	unmarkLive(casinoId: string): Promise<void>;

	ensureSettings(input: { casinoId: string; settings: BaselineSettings }): Promise<{ settingsId: string }>;
	readSettings(casinoId: string): Promise<(BaselineSettings & { settingsId: string }) | null>;
	removeSettings(casinoId: string): Promise<void>;

	ensureAdminInvite(input: { casinoId: string; admin: Contact }): Promise<{ inviteId: string }>;
	readAdminInvite(input: {
		casinoId: string;
		email: string;
	}): Promise<{ inviteId: string; status: string; messageId: string | null } | null>;
	revokeInvites(casinoId: string): Promise<void>;

	grantPlan(input: {
		casinoId: string;
		planId: string;
		contractId: string;
		seats: number | null;
	}): Promise<{ features: string[] }>;
	readEntitlements(input: { casinoId: string; contractId: string }): Promise<{ granted: string[]; missing: string[] }>;
	endEntitlements(input: { casinoId: string; contractId: string }): Promise<void>;

	queueMessage(input: {
		key: string;
		template: string;
		to: string;
		casinoId: string;
		data: Record<string, unknown>;
	}): Promise<{ messageId: string }>;
	findMessage(key: string): Promise<{ messageId: string; status: string } | null>;

	scheduleCheckIns(input: {
		casinoId: string;
		onboardingId: string;
		dueAt: { day: number; at: string }[];
	}): Promise<{ checkInIds: string[] }>;
	readCheckIns(onboardingId: string): Promise<{ day: number; dueAt: string; status: string }[]>;
	cancelCheckIns(onboardingId: string): Promise<void>;
}

export type BaselineSettings = {
	workingHours: WorkingHours;
	defaultTravelBufferMinutes: number;
	defaultJobDurationMinutes: number;
};

/** Everything a step may reach. */
export type StepPorts = {
	product: ProductPort;
	records: RecordPorts;
	/** Where people sign in and whom they ask. */
	site: { serverUrl: string; vendorName: string; supportEmail: string | null };
	now(): Date;
};

export type LedgerStep = {
	id: string;
	step: string;
	position: number;
	status: "pending" | "running" | "succeeded" | "failed" | "skipped" | "undone";
	/** How often it was begun, whatever came of it. It only grows. */
	attempts: number;
	/** With so many attempts it fails; a retry by a person raises it. */
	attemptLimit: number;
};

/**
 * The ledger of a run. Every write names the worker's claim: a worker that lost its claim (it slept, its lease ran out,
 * another took over) writes nothing more.
 */
export interface RunLedger {
	/** Takes the run for this worker, or null when another works on it or it is not to be worked on. */
	claimRun(runId: string): Promise<{ claim: string; context: RunContext; steps: LedgerStep[] } | null>;
	/** Keeps the claim for another lease, while a step is slow. @throws ClaimLost */
	renewClaim(input: { claim: string; runId: string }): Promise<void>;
	/** Marks a step as running and counts the attempt, committed before anything is done. @throws ClaimLost */
	beginStep(input: { claim: string; runId: string; stepId: string }): Promise<void>;
	succeedStep(input: { claim: string; runId: string; stepId: string; evidence: Evidence }): Promise<void>;
	skipStep(input: { claim: string; runId: string; stepId: string; reason: string }): Promise<void>;
	/** The step will be tried again at `at` (ISO 8601); the claim is given up until then. */
	deferStep(input: { claim: string; runId: string; stepId: string; error: string; at: string }): Promise<void>;
	failStep(input: { claim: string; runId: string; stepId: string; error: string }): Promise<void>;
	finishRun(input: { claim: string; runId: string }): Promise<void>;
	undoStep(input: { claim: string; runId: string; stepId: string; note: string }): Promise<void>;
}
