import { customerRoles } from "@/access/roles";
import { adoptionTrend } from "@/domain/adoption/adoptionTrend";
import { isSettled } from "@/domain/playbook/itemStatus";
import { type Slug, slug } from "@/slugs";
import type { OnboardingPlan, PersonRef, PlanItemView, PlanPhaseView } from "./onboardingPlan";

const isCustomerRole = (role: string) => customerRoles.some((known) => known === role);

/** What is in the way, where what it is may not be told. */
const hiddenBlocker = { id: null, title: "Something on our side", kind: "comes_first" } as const;

/**
 * Leaves out what a customer's person may not read: items that are not for them, though not that something holds theirs
 * up; the vendor's people, notes and reasons; what their role may not read at all.
 */
export function redactPlan(plan: OnboardingPlan, mayRead: (collection: Slug) => boolean): OnboardingPlan {
	const only = <Row>(collection: Slug, rows: Row[]) => (mayRead(collection) ? rows : []);
	const visible = only(slug.checklistItems, plan.items).filter((item) => item.isVisibleToCustomer);
	const shown = new Set(visible.map(({ id }) => id));
	const customer = only(slug.users, plan.people.customer);
	const theirs = new Set(customer.map(({ id }) => id));
	const person = (one: PersonRef | null) => (one && theirs.has(one.id) ? one : null);
	return {
		...plan,
		playbook: plan.playbook && { ...plan.playbook, newest: plan.playbook.version },
		dates: { ...plan.dates, forecastBecause: null },
		health: { ...plan.health, reasons: [], acknowledgedAt: null, needsAcknowledgement: false },
		phases: only(slug.checklists, plan.phases).map((phase) =>
			countVisible({ ...phase, closedBy: person(phase.closedBy) }, visible),
		),
		items: visible.map((item) =>
			redactItem(mayRead(slug.media) ? item : { ...item, proofFile: null }, { shown, person }),
		),
		people: {
			...plan.people,
			customer,
			vendor: [],
			roster: only(slug.staff, plan.people.roster),
			invited: only(slug.staffInvites, plan.people.invited),
			manager: null,
		},
		training: only(slug.trainingSessions, plan.training),
		issues: only(slug.pilotIssues, plan.issues).map((issue) => ({
			...issue,
			owner: person(issue.owner),
			outcome: null,
			roadmapLink: null,
		})),
		waits: only(slug.waits, plan.waits),
		spotChecks: only(slug.spotChecks, plan.spotChecks),
		adoption: mayRead(slug.adoptionReports) ? plan.adoption : { ...adoptionTrend([]), facts: [] },
		pilotUse: mayRead(slug.adoptionReports) ? plan.pilotUse : null,
		acceptances: [],
		definitionOfDone: null,
		isRedacted: true,
	};
}

function redactItem(
	item: PlanItemView,
	{ shown, person }: { shown: ReadonlySet<string>; person(one: PersonRef | null): PersonRef | null },
): PlanItemView {
	const known = item.waitsFor.filter(({ id }) => id !== null && shown.has(id));
	return {
		...item,
		assignee: person(item.assignee),
		doneBy: person(item.doneBy),
		says: null,
		foundIn: null,
		snoozeReason: null,
		note: null,
		minutesTaken: null,
		// Who decides reads what was said; what the vendor's people say of the vendor's own work stays with them.
		opinions: item.opinions
			.filter(({ isVendors }) => !isVendors || item.owner === "customer")
			.map((opinion) => ({ ...opinion, person: person(opinion.person) })),
		consulted: item.consulted.filter(isCustomerRole),
		informed: item.informed.filter(isCustomerRole),
		signedName: item.owner === "vendor" ? null : item.signedName,
		waitsFor: known.length < item.waitsFor.length ? [...known, hiddenBlocker] : known,
		waiver: null,
	};
}

/** Counted over what is shown: the number of the others is nobody's business either. */
function countVisible(phase: PlanPhaseView, visible: readonly PlanItemView[]): PlanPhaseView {
	const own = visible.filter((item) => item.phase === phase.key && item.status !== "not_needed");
	return { ...phase, items: own.length, settled: own.filter(({ status }) => isSettled(status)).length };
}
