import type { PayloadRequest } from "payload";
import { asUser } from "@/access/authority";
import { type ContractStatus, isContractOver } from "@/domain/contractStatus";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * Opens the onboarding that a contract asks for, and binds the contract to it, with the casino's other contracts that are in force
 * or on their way and belong to none. In the caller's transaction, with the
 * person's own rights. A contract that has one answers which.
 *
 * @param input.playbook null for the casino floor's
 * @param input.goLiveAt the day that was promised
 * @throws NotFound when there is no such contract; Conflict when it is over
 */
export async function openFromContract(input: {
	req: PayloadRequest;
	contractId: string;
	playbook: string | null;
	goLiveAt: string | null;
}): Promise<{ onboarding: string }> {
	const { req, contractId, playbook, goLiveAt } = input;
	const sql = await sqlOf(req);
	const [contract] = await sql<{ casino: string; onboarding: string | null; status: ContractStatus }>(
		`SELECT casino_id AS casino, onboarding_id AS onboarding, status FROM contracts WHERE id = $1::uuid FOR NO KEY UPDATE`,
		[contractId],
	);
	if (!contract) throw new NotFound("contract");
	if (contract.onboarding) return { onboarding: contract.onboarding };
	if (isContractOver(contract.status)) {
		throw new Conflict(`This contract is ${contract.status}: no onboarding is opened from it.`, "contract_over");
	}
	const onboarding = await req.payload.create({
		collection: slug.onboardings,
		data: { casino: contract.casino, playbook, goLiveAt, status: "open", gateStandard: "paid", health: "green" },
		depth: 0,
		...asUser(req),
	});
	await req.payload.update({
		collection: slug.contracts,
		where: {
			and: [
				{ casino: { equals: contract.casino } },
				{ onboarding: { exists: false } },
				{ or: [{ id: { equals: contractId } }, { status: { in: ["draft", "sent", "signed"] } }] },
			],
		},
		data: { onboarding: onboarding.id },
		depth: 0,
		...asUser(req),
	});
	return { onboarding: onboarding.id };
}
