import { randomBytes } from "node:crypto";
import { baselineWorkingHours } from "@/domain/workingHours";
import type { Slug } from "@/slugs";

/** Ids of what belongs together: one customer's rows, and the vendor's own that they name. */
export type Owner = { casino: string } & Partial<
	Record<
		| "company"
		| "onboarding"
		| "contract"
		| "invoice"
		| "run"
		| "plan"
		| "user"
		| "paymentEvent"
		| "invite"
		| "media"
		| "playbook"
		| "checklist"
		| "item"
		| "area"
		| "staffMember",
		string
	>
>;

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const unique = () => randomBytes(5).toString("hex");
/** An onboarding has one report for each of 104 weeks. */
let weeks = 0;
const nextWeek = () => (weeks++ % 104) + 1;

/** A valid new row of each collection, as somebody with every right would send it. No two are alike. */
export const rowData: Record<Slug, (owner: Owner) => Record<string, unknown>> = {
	users: ({ casino }) => ({
		name: "Nora New",
		email: `${unique()}@keyturn.example`,
		memberships: [{ casino, roles: ["cashier"] }],
	}),
	"api-clients": ({ casino }) => ({ name: unique(), casino, scopes: ["casinos:read"], expiresAt: inDays(9) }),
	companies: () => ({ name: `${unique()} Ltd` }),
	casinos: ({ company }) => ({ name: unique(), company, timezone: "UTC" }),
	"casino-settings": ({ casino }) => ({ casino, workingHours: baselineWorkingHours }),
	contracts: ({ casino, onboarding }) => ({ casino, onboarding, type: "msa", status: "draft" }),
	invoices: ({ casino, onboarding }) => ({ casino, onboarding, status: "draft", amountDue: 5_000, currency: "eur" }),
	approvals: ({ casino, invoice }) => ({
		casino,
		invoice,
		title: unique(),
		subject: "purchase_order",
		status: "awaiting",
		version: unique(),
		seats: 2,
		amount: 5_000,
		currency: "eur",
	}),
	subscriptions: ({ casino, company }) => ({ casino, company, status: "active", plan: unique() }),
	plans: () => ({ name: unique(), key: unique(), price: 900, currency: "usd" }),
	entitlements: ({ casino, contract }) => ({ casino, contract, feature: unique() }),
	payments: ({ casino, invoice }) => ({
		casino,
		invoice,
		provider: "stripe",
		reference: unique(),
		amount: 5_000,
		currency: "eur",
		status: "captured",
	}),
	"payment-events": ({ casino, invoice }) => ({
		provider: "manual",
		eventId: unique(),
		type: "invoice.paid",
		status: "received",
		casino,
		invoice,
		occurredAt: inDays(0),
		receivedAt: inDays(0),
	}),
	playbooks: () => ({ name: unique(), key: unique(), goLivePhase: "ready", summary: "A draft" }),
	"playbook-versions": ({ playbook }) => ({
		title: unique(),
		playbook,
		version: randomBytes(3).readUIntBE(0, 3),
		hash: unique(),
		content: { phases: [] },
	}),
	onboardings: ({ casino, company }) => ({ casino, company, title: unique() }),
	checklists: ({ casino, onboarding }) => ({
		casino,
		onboarding,
		phase: unique(),
		name: "A phase",
		goal: "It is over",
		position: 99,
	}),
	"checklist-items": ({ casino, onboarding, checklist }) => ({
		casino,
		onboarding,
		checklist,
		title: unique(),
		key: unique(),
		phase: "a_phase",
		position: 999,
		kind: "task",
		owner: "vendor",
		visibleToCustomer: true,
		responsible: "ops",
		evidence: "none",
		rule: { due: null, after: ["another_item"], condition: null, choices: [], raci: { accountable: "manager" } },
		foundIn: { collection: "risks", id: unique() },
		snoozeReason: "We are late",
		note: "Ask again",
	}),
	opinions: ({ casino, onboarding, item, user }) => ({
		casino,
		onboarding,
		item,
		person: user,
		stance: "concern",
		words: unique(),
	}),
	decisions: ({ casino, onboarding, item, checklist }) => ({
		casino,
		onboarding,
		item,
		checklist,
		title: unique(),
		kind: "waiver",
		visibleToCustomer: true,
		packet: { blockers: ["another item"] },
	}),
	waits: ({ casino, onboarding, item }) => ({ casino, onboarding, item, on: "customer", what: unique() }),
	"training-sessions": ({ casino, onboarding, staffMember }) => ({
		casino,
		onboarding,
		title: unique(),
		role: "pit_boss",
		at: inDays(5),
		attendees: [{ person: staffMember, hasAttended: false }],
	}),
	"pilot-issues": ({ casino, onboarding, area }) => ({ casino, onboarding, area, title: unique(), severity: "minor" }),
	"spot-checks": ({ casino, onboarding, staffMember }) => ({
		casino,
		onboarding,
		task: "find_player",
		seconds: 200,
		performedBy: staffMember,
	}),
	"adoption-reports": ({ casino, onboarding }) => ({
		casino,
		onboarding,
		week: nextWeek(),
		startsOn: inDays(-7),
	}),
	"provisioning-runs": ({ casino, onboarding }) => ({
		casino,
		onboarding,
		status: "queued",
		playbook: "casino_floor@1",
	}),
	"provisioning-steps": ({ casino, run }) => ({
		casino,
		run,
		step: unique(),
		title: "A step",
		position: randomBytes(3).readUIntBE(0, 3),
		attempts: 0,
	}),
	"check-ins": ({ casino, onboarding }) => ({
		casino,
		onboarding,
		label: "Day",
		day: randomBytes(2).readUInt16BE(),
		dueAt: inDays(3),
	}),
	acceptances: ({ casino, onboarding }) => ({
		casino,
		onboarding,
		colour: "yellow",
		reason: unique(),
		setAt: inDays(0),
	}),
	"floor-areas": ({ casino }) => ({ casino, name: unique(), kind: "pit" }),
	"gaming-tables": ({ casino, area }) => ({ casino, area, name: unique(), game: "blackjack" }),
	staff: ({ casino }) => ({ casino, name: "Sam", email: `${unique()}@keyturn.example`, role: "cashier" }),
	"staff-invites": ({ casino }) => ({ casino, email: `${unique()}@keyturn.example`, role: "pit_boss" }),
	messages: ({ casino, invite }) => ({
		casino,
		invite,
		to: "somebody@keyturn.example",
		subject: "Hello",
		template: "staff_invite",
		data: {},
		status: "held",
	}),
	risks: ({ casino, onboarding, invoice, run }) => ({ casino, onboarding, invoice, run, title: unique() }),
	"audit-entries": ({ casino }) => ({
		casino,
		at: inDays(0),
		actor: "system",
		action: "made_up",
		collection: "casinos",
	}),
	media: ({ casino }) => ({ casino, alt: "A note" }),
};

/** What is sent in place of a file's content. */
export const fileOf = (name = `${unique()}.txt`) => ({ name, type: "text/plain", data: "plain words" });

/** A field that whoever may update the row may set, and a value it does not have. */
export const change: Record<Slug, { field: string; value: () => unknown }> = {
	users: { field: "name", value: unique },
	"api-clients": { field: "name", value: unique },
	companies: { field: "phone", value: unique },
	casinos: { field: "name", value: unique },
	"casino-settings": { field: "defaultTravelBuffer", value: () => randomBytes(1).readUInt8() + 31 },
	contracts: { field: "title", value: unique },
	invoices: { field: "description", value: unique },
	approvals: { field: "title", value: unique },
	subscriptions: { field: "plan", value: unique },
	plans: { field: "name", value: unique },
	entitlements: { field: "limit", value: () => randomBytes(3).readUIntBE(0, 3) },
	payments: { field: "reference", value: unique },
	"payment-events": { field: "resolution", value: unique },
	playbooks: { field: "name", value: unique },
	"playbook-versions": { field: "title", value: unique },
	onboardings: { field: "title", value: unique },
	checklists: { field: "name", value: unique },
	"checklist-items": { field: "note", value: unique },
	opinions: { field: "words", value: unique },
	decisions: { field: "title", value: unique },
	waits: { field: "what", value: unique },
	"training-sessions": { field: "title", value: unique },
	"pilot-issues": { field: "title", value: unique },
	"spot-checks": { field: "seconds", value: () => randomBytes(1).readUInt8() + 1 },
	"adoption-reports": { field: "note", value: unique },
	"provisioning-runs": { field: "playbook", value: unique },
	"provisioning-steps": { field: "title", value: unique },
	"check-ins": { field: "label", value: unique },
	acceptances: { field: "reason", value: unique },
	"floor-areas": { field: "name", value: unique },
	"gaming-tables": { field: "name", value: unique },
	staff: { field: "name", value: unique },
	"staff-invites": { field: "name", value: unique },
	messages: { field: "subject", value: unique },
	risks: { field: "title", value: unique },
	"audit-entries": { field: "reason", value: unique },
	media: { field: "alt", value: unique },
};
