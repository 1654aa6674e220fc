import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { spelled } from "@/domain/inWords";
import { Conflict } from "@/errors";
import type { Contract } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { endEntitlements, grantPlan } from "../entitlements/grantPlan";

type Amended = { status: Contract["status"]; hasEntitlements: boolean };

/**
 * An amendment that was signed replaces the contract it amends, in the same transaction: that one is superseded, and what it granted
 * is granted by the new terms from now on.
 *
 * @throws Conflict when the amended contract is not in force any more
 */
export async function supersedeAmended(input: {
	req: PayloadRequest;
	amendment: { id: string; amends: string; casino: string; plan: string | null; seats: number | null };
}): Promise<void> {
	const { req, amendment } = input;
	const { amends: contractId, casino: casinoId } = amendment;
	const sql = await sqlOf(req);
	const [amended] = await sql<Amended>(
		`SELECT c.status, EXISTS (SELECT 1 FROM entitlements e WHERE e.contract_id = c.id AND e.status = 'active') AS "hasEntitlements"
		 FROM contracts c WHERE c.id = $1::uuid FOR NO KEY UPDATE OF c`,
		[contractId],
	);
	if (amended?.status !== "signed") {
		const status = amended ? spelled(amended.status) : "gone";
		throw new Conflict(
			`The contract that this one amends is ${status}. Write a new contract.`,
			"contract_not_in_force",
		);
	}
	await req.payload.update({
		collection: slug.contracts,
		id: contractId,
		data: { status: "superseded" },
		depth: 0,
		...asSystem(req, "its amendment was signed"),
	});
	if (!amended.hasEntitlements) return;
	await endEntitlements({ req, casinoId, contractId, why: "the contract was amended" });
	const { id, plan, seats } = amendment;
	if (plan) await grantPlan({ req, casinoId, contractId: id, planId: plan, seats });
}
