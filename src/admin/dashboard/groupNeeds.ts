import type { Live, Need, NeedKind } from "@/operations/views/dashboardFacts";
import { slug } from "@/slugs";
import { sayCount } from "../my-work/sayCount";
import { heldPaymentsPath, listPath, myWorkPath, portfolioPath, recordPath } from "../parts/adminPath";
import type { NeedGroupProps, NeedRow } from "./NeedGroup";

type Kind = { label: string; verb: string; all: string; hrefOf: (need: Need) => string; timeWord?: string };

const kinds: Record<NeedKind, Kind> = {
	held: {
		label: "Payments held",
		verb: "Settle",
		all: heldPaymentsPath,
		hrefOf: ({ id }) => `${heldPaymentsPath}#event-${id}`,
	},
	failedRuns: {
		label: "Provisioning failed",
		verb: "Retry",
		all: listPath(slug.provisioningRuns, { status: "failed" }),
		hrefOf: ({ id }) => recordPath(slug.provisioningRuns, id),
	},
	redHealth: {
		label: "Red onboardings",
		verb: "Look",
		all: `${portfolioPath}?health=red`,
		hrefOf: ({ id }) => recordPath(slug.onboardings, id),
		timeWord: "red since",
	},
	risks: {
		label: "Open risks",
		verb: "Decide",
		all: listPath(slug.risks, { status: "open" }),
		hrefOf: ({ id }) => recordPath(slug.risks, id),
	},
	checkIns: {
		label: "Check-ins to act on",
		verb: "Follow up",
		all: `${listPath(slug.checkIns)}?sort=dueAt`,
		hrefOf: ({ id }) => recordPath(slug.checkIns, id),
	},
};

/** What waits for a person, kind by kind, money first; kinds with nothing in them are left out. */
export function groupNeeds({ needs, decisions, approvals, overdue }: Omit<Live, "moving">): NeedGroupProps[] {
	const groups = [
		groupOf("held", needs),
		groupOf("failedRuns", needs),
		groupApprovals(approvals),
		groupDecisions(decisions),
		groupOverdue(overdue),
		groupOf("redHealth", needs),
		groupOf("risks", needs),
		groupOf("checkIns", needs),
	];
	return groups.filter(({ rows }) => rows.length > 0);
}

function groupOf(kind: NeedKind, needs: Live["needs"]): NeedGroupProps {
	const { label, verb, all, hrefOf, timeWord } = kinds[kind];
	const { total, rows } = needs[kind];
	return {
		label,
		total: String(total),
		all: total > rows.length ? all : null,
		rows: rows.map((need) => {
			const { id, severity, at, casinoName, title, detail } = need;
			const says = [casinoName && title !== casinoName ? `${title}.` : null, detail].filter(Boolean).join(" ");
			const row = { id, severity, at, timeWord, verb, href: hrefOf(need) };
			return { ...row, title: casinoName ?? title, detail: says || null };
		}),
	};
}

function groupApprovals({ total, rows }: Live["approvals"]): NeedGroupProps {
	return {
		label: "Payments and invoices awaiting approval",
		total: String(total),
		all: total > rows.length ? listPath(slug.approvals, { status: "awaiting" }) : null,
		rows: rows.map(
			({ id, customer, title, seats, requestedBy, requestedAt, invoiceId, isYours }): NeedRow => ({
				id,
				title: customer,
				detail: `${title}.${seats[0]?.reason ? ` “${seats[0].reason}”` : ""}`,
				severity: null,
				at: requestedAt,
				timeWord: requestedBy ? `${requestedBy} asked` : "asked",
				verb: isYours ? "Review" : "Open",
				href: invoiceId ? recordPath(slug.invoices, invoiceId) : recordPath(slug.approvals, id),
			}),
		),
	};
}

function groupDecisions({ total, rows }: Live["decisions"]): NeedGroupProps {
	return {
		label: "Decisions awaiting approval",
		total: String(total),
		all: total > rows.length ? listPath(slug.decisions, { status: "proposed" }) : null,
		rows: rows.map(
			({ id, customer, title, askedBy, because, askedAt, isYours }): NeedRow => ({
				id,
				title: customer,
				detail: `${title}.${because ? ` “${because}”` : ""}`,
				severity: null,
				at: askedAt,
				timeWord: askedBy ? `${askedBy} asked` : "asked",
				verb: isYours ? "Decide" : "Look",
				href: recordPath(slug.decisions, id),
			}),
		),
	};
}

function groupOverdue({ total, mostCounted, rows }: Live["overdue"]): NeedGroupProps {
	const all = `${myWorkPath}?span=overdue`;
	return {
		label: "Your work is overdue",
		total: sayCount(total, mostCounted),
		all: total > rows.length ? all : null,
		rows: rows.map(({ id, title, customer, dueAt }) => ({
			id,
			title,
			detail: customer,
			severity: null,
			at: dueAt,
			timeWord: "due",
			verb: "My work",
			href: all,
		})),
	};
}

/** How many there are of all kinds; told as more where one is counted no further. */
export function countNeeds({ needs, decisions, approvals, overdue }: Omit<Live, "moving">): string {
	const shown = Object.values(needs).reduce((sum, need) => sum + need.total, 0);
	const total = shown + decisions.total + approvals.total + overdue.total;
	const isMore = overdue.total > overdue.mostCounted;
	return `${(isMore ? total - 1 : total).toLocaleString("en")}${isMore ? "+" : ""}`;
}
