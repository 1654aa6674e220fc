import type { CustomerRole } from "@/access/roles";
import { findAgreedScope, formatScope } from "@/domain/adoption/agreedScope";
import { pilotWeek } from "@/domain/adoption/weekOf";
import type { PilotIssueStatus } from "@/domain/pilotIssueStatus";
import { readScopes } from "@/operations/adoption/readScopes";
import { readAnnouncement } from "@/operations/announcements/readAnnouncement";
import { sendAnnouncement } from "@/operations/announcements/sendAnnouncement";
import { exportRecord } from "@/operations/audit/exportRecord";
import { inTransaction } from "@/operations/inTransaction";
import type { PilotIssue, Staff } from "@/payload-types";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import { colleague, type Desk, together } from "./desk";
import { daysAgo } from "./handleItems";
import { enter } from "./journey";
import type { Opened } from "./openCustomer";
import { workThrough } from "./workThrough";

const sessions: Readonly<Partial<Record<CustomerRole, string>>> = {
	pit_boss: "At the table: visits, ratings, notes",
	casino_admin: "Staff, settings and reports",
	compliance_lead: "Audit log, exports and how a review is done",
};

/** Sessions by role: who was invited, and who came. Those of the last roles are still to come. */
export async function train(
	desk: Desk,
	{ casino, onboarding }: Opened,
	{ held, planned = [] }: { held: readonly CustomerRole[]; planned?: readonly CustomerRole[] },
): Promise<void> {
	const { payload, system } = desk;
	const where = { casino: { equals: casino.id } };
	const { docs: staff } = await payload.find({ collection: slug.staff, where, limit: 50, depth: 0, ...system });
	await together(desk, async (system) => {
		for (const role of [...held, ...planned]) {
			const isHeld = held.includes(role);
			await payload.create({
				collection: slug.trainingSessions,
				data: {
					...{ casino: casino.id, onboarding: onboarding.id, role, title: sessions[role] ?? "First steps" },
					...{ at: daysAgo(isHeld ? 6 : -4), status: isHeld ? "held" : "planned", durationMinutes: 90 },
					...{ trainer: "Noor Haddad", place: "Staff room, or the link in the invitation" },
					attendees: attendeesOf(staff, role, isHeld),
				},
				depth: 0,
				...system,
			});
		}
	});
}

/** The people of the role; whoever is first administrator was asked to each, and has no time for the others'. */
const attendeesOf = (staff: readonly Staff[], role: CustomerRole, isHeld: boolean) =>
	staff
		.filter((person) => person.role === role || person.role === "casino_admin")
		.map((person) => ({ person: person.id, hasAttended: isHeld && person.role === role }));

type Logged = Pick<PilotIssue, "title" | "severity" | "detail" | "outcome" | "roadmapLink" | "triageNote"> & {
	foundDays: number;
	/** The statuses it has gone through since it was logged. */
	since: readonly PilotIssueStatus[];
	isOwned?: true;
};

/** The pilot's log, each issue as far as its triage has come. */
export async function logIssues(desk: Desk, { casino, onboarding }: Opened, issues: readonly Logged[]): Promise<void> {
	const { payload } = desk;
	await together(desk, async (system) => {
		for (const { foundDays, since, isOwned, outcome, roadmapLink, triageNote, ...issue } of issues) {
			const { id } = await payload.create({
				collection: slug.pilotIssues,
				data: {
					...{ casino: casino.id, onboarding: onboarding.id, ...issue, status: "open" },
					...{ foundAt: daysAgo(foundDays), reportedBy: "Pit boss, late shift" },
					owner: isOwned ? colleague(desk, "ops", foundDays).id : null,
				},
				depth: 0,
				...system,
			});
			for (const status of since) {
				const data = { status, outcome, roadmapLink, triageNote };
				await payload.update({ collection: slug.pilotIssues, id, data, depth: 0, ...system });
			}
		}
	});
}

/** The pilot's use, as the product told it, in the scope and on the days that were planned. */
export async function recordPilot(
	desk: Desk,
	customer: Opened,
	pilot: { startsOn: string; days: number; shiftsRecorded: number; entries: number },
): Promise<void> {
	const { casino, onboarding } = customer;
	const { payload, system } = desk;
	const { startsOn, days, ...use } = pilot;
	const req = await actAs(desk, customer, "ops");
	const scope = findAgreedScope(await readScopes(req, onboarding.id), "pilot");
	if (!scope) throw new Error(`${customer.facts.casino} has agreed no scope for its pilot.`);
	await payload.create({
		collection: slug.adoptionReports,
		data: {
			...{ casino: casino.id, onboarding: onboarding.id, week: pilotWeek, source: "product", startsOn, ...use },
			...{ measuredScope: formatScope(scope), shiftsInScope: scope.shifts.length * days },
			...{ tablesUsed: 3, tablesInScope: 3, areasUsed: 1, areasInScope: 1, exceptions: 2 },
			activeStaff: [{ role: "pit_boss", people: 1 }],
		},
		depth: 0,
		...system,
	});
}

/** That it can be exported is something a go-live asks for. Nobody reads it here. */
async function exportAuditRecord(desk: Desk, customer: Opened): Promise<void> {
	const req = await actAs(desk, customer, "compliance");
	const filter = { casinos: [customer.casino.id] };
	const record = await exportRecord({ req, filter, format: "csv", reveal: false });
	await record.cancel();
}

/** Announced to everybody it names. */
async function announceGoLive(desk: Desk, customer: Opened): Promise<void> {
	const req = await actAs(desk, customer, "ops");
	const onboardingId = customer.onboarding.id;
	await inTransaction(req, async () => {
		const { subject, text, people } = await readAnnouncement({ req, onboardingId });
		await sendAnnouncement({ req, onboardingId, subject, text, to: people.map(({ email }) => email) });
	});
}

/** Training, a pilot of two shifts with its log, and the plan of the go-live. */
export async function trainAndPilot(desk: Desk, customer: Opened): Promise<void> {
	await train(desk, customer, { held: ["pit_boss", "casino_admin", "compliance_lead"] });
	await enter(desk, customer, {
		pilot: { startsAt: daysAgo(4), endsAt: daysAgo(2), shiftsPlanned: 2 },
		goLiveAt: daysAgo(-1),
		freeze: { from: daysAgo(-0.5), until: daysAgo(-4) },
		escalation: [{ name: "Noor Haddad", role: "Operations", reach: "ops@keyturn.example" }],
	});
	await recordPilot(desk, customer, { startsOn: daysAgo(4), days: 3, shiftsRecorded: 2, entries: 61 });
	await exportAuditRecord(desk, customer);
	await workThrough(desk, customer, { phases: ["go_live"], only: ["primary_tool_directive"] });
	await announceGoLive(desk, customer);
	await logIssues(desk, customer, [
		{
			title: "Rating form loses the seat when the table is changed",
			severity: "major",
			outcome: "fix_now",
			foundDays: 3,
			since: ["triaged", "fixed"],
			isOwned: true,
		},
		{
			title: "Wanted: average bet by quarter hour",
			severity: "minor",
			outcome: "roadmap",
			roadmapLink: "https://roadmap.keyturn.example/average-bet",
			foundDays: 3,
			since: ["triaged", "deferred"],
		},
		{
			title: "Nobody found where a note is corrected",
			severity: "minor",
			outcome: "training",
			triageNote: "Shown again at the start of each shift; it went into the quick guide.",
			foundDays: 2,
			since: ["triaged", "closed"],
		},
	]);
}
