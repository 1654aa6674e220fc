import type { InvoiceStanding } from "@/domain/invoiceStanding";
import type { WaitingOn } from "@/domain/waitingOn";

/** What the 360° view shows of a casino, each list cut to what a page can hold. Times are ISO 8601, amounts minor units. */
export type Casino360 = {
	casino: {
		id: string;
		name: string;
		slug: string | null;
		status: string;
		paymentStanding: string;
		timezone: string;
		/** The day on its clock. */
		today: string;
		address: Address;
		notes: string | null;
		createdAt: string;
	};
	company: {
		id: string;
		name: string;
		billingEmail: string | null;
		phone: string | null;
		address: Address;
		stripeId: string | null;
	} | null;
	/** The open onboarding, else the newest. */
	onboarding: Casino360Onboarding | null;
	/** Of the onboarding, in their order. */
	milestones: Milestone[];
	plan: { id: string; name: string } | null;
	contracts: {
		id: string;
		title: string;
		type: string;
		status: string;
		signedAt: string | null;
		expiresAt: string | null;
		plan: string | null;
		sites: number | null;
		seats: number | null;
		termMonths: number | null;
	}[];
	subscription: {
		id: string;
		status: string;
		plan: string | null;
		billingCycle: string | null;
		currentPeriodEnd: string | null;
	} | null;
	invoices: {
		id: string;
		number: string;
		status: string;
		standing: InvoiceStanding;
		amountDue: number;
		currency: string;
		dueAt: string | null;
		paidAt: string | null;
		purchaserEmail: string | null;
		poStatus: string;
	}[];
	lastPayment: { invoiceId: string; number: string; amount: number; currency: string; paidAt: string } | null;
	/** What is asked for and not paid, by currency. */
	outstanding: { amount: number; currency: string }[];
	/** When the first of the open invoices is due. */
	nextDueAt: string | null;
	/** How many there are of what is shown in part. */
	totals: Record<"contracts" | "invoices" | "files" | "risks" | "history" | "people", number>;
	entitlements: { feature: string; limit: number | null; status: string; startsAt: string | null }[];
	/** When provisioning made the tenant in the product. */
	productSince: string | null;
	risks: RiskFact[];
	/** What was asked and done: closed risks and check-ins, the newest first. */
	history: { id: string; kind: "risk" | "checkIn"; title: string; detail: string | null; status: string; at: string }[];
	nextCheckIn: { id: string; label: string; dueAt: string } | null;
	people: Person[];
	files: { id: string; filename: string; mimeType: string | null; filesize: number | null; createdAt: string }[];
	audit: {
		id: string;
		at: string;
		actor: string;
		actorName: string | null;
		action: string;
		collection: string;
		document: string | null;
	}[];
};

export type Address = {
	line1: string | null;
	line2?: string | null;
	postalCode: string | null;
	city: string | null;
	country: string | null;
};

export type Contact = { name: string | null; email: string | null; preferredChannel: string | null };

export type Casino360Onboarding = {
	id: string;
	status: string;
	health: "green" | "yellow" | "red";
	/** In one sentence each, the worst first. */
	healthReasons: string[];
	waitingOn: WaitingOn;
	notes: string | null;
	promisedAt: string | null;
	forecastAt: string | null;
	forecastBecause: string | null;
	wentLiveAt: string | null;
	daysLate: number | null;
	gateStandard: string;
	gateOpenedAt: string | null;
	createdAt: string;
	operationsLead: Contact;
	adminContact: Contact;
	/** Of the newest of them; null before there is one. */
	contractsSignedAt: string | null;
	invoicesPaidAt: string | null;
	/** Of the first administrator who is on the staff; one with an account from elsewhere counts from when they joined. */
	firstSignInAt: string | null;
	run: {
		id: string;
		status: string;
		error: string | null;
		startedAt: string | null;
		finishedAt: string | null;
		stepsDone: number;
		stepsTotal: number;
	} | null;
};

/** One stage of an onboarding. `missing`: what the gate still asks for, in its words. `plannedFor`: a day that was agreed and has not been reached. */
export type Milestone = {
	name: string;
	/** A moment or a day. */
	at: string | null;
	isDone: boolean;
	missing?: string;
	plannedFor?: string | null;
};

export type RiskFact = {
	id: string;
	title: string;
	detail: string | null;
	severity: string;
	status: string;
	createdAt: string;
};

/** Somebody at the customer: an account, a staff row, an invitation, or any of these under one address. */
export type Person = {
	email: string;
	name: string | null;
	roles: string[];
	/** Null when they have no account yet. */
	account: { id: string; lastSignInAt: string | null } | null;
	staff: { id: string; status: string } | null;
	invite: { id: string; status: string; expiresAt: string } | null;
};
