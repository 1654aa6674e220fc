import { createLocalReq } from "payload";
import { asUser } from "@/access/authority";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import { keepWaiting, snooze, start } from "./handleItems";
import { approveOrder, type Invoiced, reachInvoice } from "./journey";
import { letTimePass } from "./letTimePass";
import * as client from "./sampleClients";
import type { SampleCustomer } from "./sampleCustomers";
import type { Story } from "./story";
import { workThrough } from "./workThrough";

/** An enterprise tenant in the middle of its decisions: the region is pinned, who holds the keys is not decided. */
export const enterpriseStories: readonly Story[] = [{ facts: client.meridian, play: playDecisions }];

async function playDecisions(desk: Desk, facts: SampleCustomer): Promise<void> {
	const customer = await reachInvoice(desk, facts, {
		...{ playbook: "enterprise_tenant", goLiveInDays: 120, managerTurn: 1, daysToSign: 3, dueInDays: 30 },
		work: {
			phases: ["commercial"],
			choices: { overage: "throttle_and_notify" },
			values: {
				metered_runs: "600 runs a minute",
				metered_concurrency: "40 at the same time",
				metered_writes: "20 000 a day",
				metered_retention: "400 days, indexed for 90",
			},
		},
	});
	await workThrough(desk, customer, {
		phases: ["procurement"],
		except: [
			"key_holder",
			"data_mode",
			"share_pack",
			"procurement_accepts",
			"sccs",
			"standard_answers",
			"keys_responsibility",
		],
		choices: { region: "eu", content_stored: "yes" },
		notes: { security_questionnaire: "311 questions. 40 were new to us; their answers went into the library." },
	});
	await raiseAfterApproval(desk, customer);
	await letTimePass(desk.payload, customer.casino.id, 1);
	await keepWaiting(desk, customer, {
		...{ on: "customer", whom: "Their security architects", what: "Who holds the keys", sinceDays: 1 },
	});
	await start(desk, customer, "standard_answers", "keys_responsibility");
	await snooze(desk, customer, "sccs", 9, "Their counsel reads the agreement first");
}

/** Finance approved the purchase order, then the customer added seats: what was approved is not what is asked any more. */
async function raiseAfterApproval(desk: Desk, customer: Invoiced): Promise<void> {
	await approveOrder(desk, customer, { number: "4500-18823", reason: "Order received from strategic sourcing." });
	const req = await createLocalReq({ user: { ...colleague(desk, "ops"), collection: slug.users } }, desk.payload);
	await desk.payload.update({
		collection: slug.invoices,
		id: customer.invoice.id,
		data: { amountDue: 9_800_000 },
		depth: 0,
		...asUser(req),
	});
}
