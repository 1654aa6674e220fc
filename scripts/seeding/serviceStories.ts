import { acceptInvites } from "./acceptInvites";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting } from "./handleItems";
import { enter, reachTenant, recordArrival } from "./journey";
import { keepCheckIns } from "./keepCheckIns";
import { letTimePass } from "./letTimePass";
import * as client from "./sampleClients";
import type { SampleCustomer } from "./sampleCustomers";
import type { Story } from "./story";
import { workThrough } from "./workThrough";

/** Two clients of the SMS lead service, both finished: the first late, the second quicker by what was learned. */
export const serviceStories: readonly Story[] = [
	{ facts: client.bluegum, play: (desk, facts) => playService(desk, facts, firstOfItsKind) },
	{ facts: client.tidewater, play: (desk, facts) => playService(desk, facts, secondOfItsKind) },
];

type Course = {
	promisedInDays: number;
	/** Days for which the client had the onboarding form, and for which the carrier had the number. */
	formDays: number;
	carrierDays: number;
	/** Days since the last step. */
	ended: number;
	managerTurn: number;
	minutes: string;
	notes: string;
	itemNotes: Readonly<Record<string, string>>;
};

const firstOfItsKind: Course = {
	...{ promisedInDays: 12, formDays: 7, carrierDays: 4, ended: 96, managerTurn: 0, minutes: "145" },
	notes:
		"The form lay with the client for a week, because nobody had told them that the number waits for it. The carrier wants the business's registration number before it gives a mobile number.",
	itemNotes: {
		onboarding_form: "Ask for the business's registration number in the form: the carrier wants it.",
		purchase_number: "Refused twice without the registration number.",
		watch_confusion: "They took the demonstration booking for a real one. Say it in the hand-off.",
	},
};

const secondOfItsKind: Course = {
	...{ promisedInDays: 10, formDays: 2, carrierDays: 1, ended: 27, managerTurn: 1, minutes: "80" },
	notes: "With the registration number in the form the carrier answered the same day.",
	itemNotes: { test_reply: "The reply names the wrong suburb. Corrected in the settings." },
};

async function playService(desk: Desk, facts: SampleCustomer, course: Course): Promise<void> {
	const customer = await reachTenant(desk, facts, {
		...{ playbook: "sms_lead_service", goLiveInDays: course.promisedInDays, managerTurn: course.managerTurn },
		...{ daysToSign: 1, daysToInvoice: 0, daysToPay: 1, dueInDays: 7 },
		work: { phases: ["deposit"], only: ["provisioner"], values: { provisioner: "Noor Haddad, from today" } },
	});
	const pass = (days: number) => letTimePass(desk.payload, customer.casino.id, days);
	await acceptInvites(desk, customer);
	await recordArrival(desk, customer);
	await pass(course.formDays);
	await keepWaiting(desk, customer, {
		...{ on: "customer", whom: facts.lead.name, what: "The onboarding form" },
		...{ sinceDays: course.formDays, untilDays: 0 },
	});
	const values = { number: "+61 491 570 156", number_on_record: "+61 491 570 156" };
	await workThrough(desk, customer, { phases: ["deposit", "tenant"], values, notes: course.itemNotes });
	await pass(course.carrierDays);
	await keepWaiting(desk, customer, {
		...{ on: "third_party", whom: "The carrier", what: "A mobile number" },
		...{ sinceDays: course.carrierDays, untilDays: 0 },
	});
	await workThrough(desk, customer, { phases: ["phone_number", "test_and_hand_off"], values, notes: course.itemNotes });
	await enter(desk, customer, { wentLiveAt: daysAgo(0) });
	await pass(9);
	await keepCheckIns(desk, customer);
	await enter(desk, customer, { notes: course.notes });
	await workThrough(desk, customer, {
		phases: ["first_week"],
		values: { notes: course.notes, time_taken: course.minutes },
		notes: course.itemNotes,
	});
	await pass(course.ended);
}
