import { slug } from "@/slugs";
import { acceptInvites } from "./acceptInvites";
import { askForWaiver, decideAsManager } from "./decideTogether";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting, reopen, snooze, start } from "./handleItems";
import { enter, type Invoiced, reachTenant } from "./journey";
import { keepCheckIns } from "./keepCheckIns";
import { layOutFloor, takeIn, takeInFloor } from "./layOutFloor";
import { letTimePass } from "./letTimePass";
import * as client from "./sampleClients";
import type { SampleCustomer } from "./sampleCustomers";
import type { Story } from "./story";
import { logIssues, recordPilot, train } from "./trainAndPilot";
import { workThrough } from "./workThrough";

/** Two casinos in the middle of the casino floor's playbook: one lays its floor out, one runs its pilot. */
export const floorStories: readonly Story[] = [
	{ facts: client.saltire, play: playPilot },
	{ facts: client.corvina, play: playFloor },
];

async function reachFloor(
	desk: Desk,
	facts: SampleCustomer,
	values: { goLiveInDays: number; managerTurn: number },
): Promise<Invoiced> {
	const customer = await reachTenant(desk, facts, { ...values, daysToPay: 3 });
	await acceptInvites(desk, customer);
	await workThrough(desk, customer, { phases: ["contracting", "provisioning"] });
	return customer;
}

async function playFloor(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachFloor(desk, facts, { goLiveInDays: 62, managerTurn: 1 });
	await letTimePass(desk.payload, customer.casino.id, 2);
	await takeInFloor(desk, customer);
	await workThrough(desk, customer, {
		phases: ["floor"],
		only: ["entered_first_in_product", "start_clean"],
		values: { entered_first_in_product: "Visits, ratings and player notes. Fills and credits stay on slips." },
	});
	await letTimePass(desk.payload, customer.casino.id, 2);
	await keepCheckIns(desk, customer);
	await keepWaiting(desk, customer, {
		on: "customer",
		whom: "Marta Colonna",
		what: "The list of this season's tables",
		sinceDays: 4,
		untilDays: 2,
	});
	await keepWaiting(desk, customer, {
		on: "third_party",
		whom: "Tablet supplier",
		what: "Tablets for the salon privé",
		sinceDays: 1,
	});
	// Its limits are not agreed yet: the games are open again.
	const moreTables = ["name,area,game,min_bet,max_bet,currency", "PK 1,Main pit,poker,,,eur"];
	await takeIn(desk, customer, "tables", moreTables.join("\n"));
	await reopen(desk, customer, "start_clean", "Their list of active players has those of two years ago in it.");
	await snooze(desk, customer, "device_access", 5, "The tablets come on Thursday");
	await start(desk, customer, "role_smoke_tests");
}

async function playPilot(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachFloor(desk, facts, { goLiveInDays: 34, managerTurn: 0 });
	await layOutFloor(desk, customer);
	await workThrough(desk, customer, { phases: ["floor"], pace: 2 });
	await letTimePass(desk.payload, customer.casino.id, 5);
	await keepCheckIns(desk, customer);
	await keepWaiting(desk, customer, {
		on: "customer",
		whom: "Callum Achebe",
		what: "Rooms and hours for the training",
		sinceDays: 6,
		untilDays: 3,
	});
	await train(desk, customer, { held: ["pit_boss", "casino_admin"], planned: ["compliance_lead"] });
	await planPilot(desk, customer);
	await workThrough(desk, customer, {
		phases: ["training_pilot"],
		only: ["cashiers_in_scope", "quick_guides"],
		choices: { cashiers_in_scope: "no" },
		notes: { quick_guides: "One page for each role; the pit bosses asked for the short keys on the back." },
	});
	await logPilot(desk, customer);
	await snooze(desk, customer, "compliance_trained", 9, "The compliance lead is on leave until next week");
	const { id } = await askForWaiver(
		...([desk, customer, "training_attended", 14] as const),
		"The compliance lead is on leave until next week. Her session stands in the calendar; the pilot does not touch her work.",
	);
	await decideAsManager(
		desk,
		customer,
		id,
		"approve",
		"The pilot writes nothing that compliance reviews before her return.",
	);
}

/** One pit, three shifts, of which two were held on the planned days and one is still to be run; settings are frozen when the floor goes live. */
async function planPilot(desk: Desk, customer: Invoiced): Promise<void> {
	const { payload, system } = desk;
	const where = { casino: { equals: customer.casino.id }, kind: { equals: "pit" } };
	const { docs: areas } = await payload.find({ collection: slug.floorAreas, where, depth: 0, ...system });
	const goLiveAt = daysAgo(-14);
	await enter(desk, customer, {
		pilot: {
			areas: areas.map(({ id }) => id),
			...{ startsAt: daysAgo(5), endsAt: daysAgo(3), shiftsPlanned: 3 },
		},
		goLiveAt,
		freeze: { from: daysAgo(-13), until: daysAgo(-17) },
		escalation: [
			{ name: "Ravi Menon", role: "Operations, first", reach: "ravi.menon@keyturn.example" },
			{ name: "Agnes Lindqvist", role: "Manager", reach: "agnes.lindqvist@keyturn.example" },
		],
	});
	await recordPilot(desk, customer, { startsOn: daysAgo(5), days: 3, shiftsRecorded: 2, entries: 48 });
}

function logPilot(desk: Desk, customer: Invoiced): Promise<void> {
	return logIssues(desk, customer, [
		{
			title: "Tablet signs the pit boss out in the middle of a rating",
			detail: "After ten minutes without a touch. Expected: not while a session is open.",
			...{ severity: "blocker", outcome: "fix_now", foundDays: 2, since: ["triaged", "fixed"], isOwned: true },
		},
		{
			title: "Search does not find names with an apostrophe",
			detail: "O'Neill is found as Neill only.",
			...{ severity: "major", outcome: "fix_now", foundDays: 1, since: ["triaged"], isOwned: true },
		},
		{
			title: "Wanted: the last three visits beside the name",
			severity: "minor",
			roadmapLink: "https://roadmap.keyturn.example/last-visits",
			...{ outcome: "roadmap", foundDays: 1, since: ["triaged", "deferred"] },
		},
		{
			title: "Table limits show without the currency",
			detail: "On the small tablets only.",
			...{ severity: "minor", foundDays: 0, since: [] },
		},
	]);
}
