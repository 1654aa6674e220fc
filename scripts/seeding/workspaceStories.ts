import { acceptInvites, invite, takeInvitationBack } from "./acceptInvites";
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

/** @param purchaser invited before the payment is bound, where they are nobody that the casino has already */
async function reachAccess(
	desk: Desk,
	facts: SampleCustomer,
	purchaser?: Parameters<typeof invite>[2],
): Promise<Invoiced> {
	const customer = await reachTenant(desk, facts, {
		...{ playbook: "paid_workspace", goLiveInDays: 6, managerTurn: 0 },
		...{ daysToSign: 1, daysToInvoice: 0, daysToPay: 1 },
		work: { phases: ["binding"], only: ["pipeline_healthy", "configuration_active"] },
	});
	await recordArrival(desk, customer);
	if (purchaser) await invite(desk, customer, purchaser);
	await workThrough(desk, customer, { phases: ["binding", "onboarding_clarity"] });
	return customer;
}

async function playReleased(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachAccess(desk, facts);
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

/** The purchaser's invitation was taken back after they had been bound to the workspace: the packet says HOLD. */
async function playHold(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachAccess(desk, facts, { ...facts.buyer, role: "finance_contact" });
	await takeInvitationBack(desk, customer, facts.buyer);
	await letTimePass(desk.payload, customer.casino.id, 1);
	await workThrough(desk, customer, {
		phases: ["assurance", "release"],
		choices: { qa_recommendation: "HOLD" },
		values: {
			checkpoint:
				"Done: binding, access. In progress: the purchaser's address. Blockers: one. Confidence: low until it is answered.",
			blocker_list: "The treasurer's invitation was taken back. Aoife Kinsella answers by tomorrow.",
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
