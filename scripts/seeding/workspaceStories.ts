import { acceptInvites } from "./acceptInvites";
import { askForGo, decideAsManager } from "./decideTogether";
import type { Desk } from "./desk";
import { daysAgo, keepWaiting, start } from "./handleItems";
import { enter, type Invoiced, reachTenant, recordArrival } from "./journey";
import { letTimePass } from "./letTimePass";
import * as client from "./sampleClients";
import type { SampleCustomer } from "./sampleCustomers";
import type { Story } from "./story";
import { workThrough } from "./workThrough";

/** Two paid workspaces: one was released and is live since today, one waits for the second person. */
export const workspaceStories: readonly Story[] = [
	{ facts: client.northlight, play: playReleased },
	{ facts: client.quayside, play: playHold },
];

const checkpoint =
	"Done: binding, access, words for the purchaser. In progress: nothing. Blockers: none. Confidence: high.";

async function reachAccess(desk: Desk, facts: SampleCustomer, managerTurn: number): Promise<Invoiced> {
	const customer = await reachTenant(desk, facts, {
		...{ playbook: "paid_workspace", goLiveInDays: 6, managerTurn },
		...{ daysToSign: 1, daysToInvoice: 0, daysToPay: 1 },
		work: { phases: ["binding"], only: ["pipeline_healthy", "configuration_active"] },
	});
	await recordArrival(desk, customer);
	await workThrough(desk, customer, { phases: ["binding", "onboarding_clarity"] });
	return customer;
}

async function playReleased(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachAccess(desk, facts, 0);
	await acceptInvites(desk, customer);
	await letTimePass(desk.payload, customer.casino.id, 1);
	await workThrough(desk, customer, { phases: ["assurance", "release"], values: { checkpoint } });
	const { id } = await askForGo(desk, customer, "high", "Every case was tried. Nothing is open on our side.");
	await workThrough(desk, customer, {
		phases: ["release"],
		values: { next_routing: "To the first week's check-ins." },
	});
	await decideAsManager(desk, customer, id, "approve", "The matrix passes and the purchaser has been told.");
	await enter(desk, customer, { wentLiveAt: daysAgo(0) });
	await start(desk, customer, "confirm_entitlement");
}

/** The invoice names a purchaser whom nobody has invited: the packet says HOLD. */
async function playHold(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachAccess(desk, facts, 0);
	await letTimePass(desk.payload, customer.casino.id, 1);
	await workThrough(desk, customer, {
		phases: ["assurance", "release"],
		choices: { qa_recommendation: "HOLD" },
		values: {
			checkpoint:
				"Done: binding, access. In progress: the purchaser's address. Blockers: one. Confidence: low until it is answered.",
			blocker_list: "The treasurer's address is not invited. Aoife Kinsella answers by tomorrow.",
		},
	});
	await keepWaiting(desk, customer, {
		...{ on: "customer", whom: "Aoife Kinsella", what: "Whether the treasurer's office shall get in", sinceDays: 0 },
	});
	await askForGo(
		desk,
		customer,
		"low",
		"The purchaser is neither invited nor on the roster. I would hold until they answer.",
	);
	await start(desk, customer, "next_routing");
}
