import type { PayloadRequest } from "payload";
import { asSystem, asUser } from "@/access/authority";
import { isSameValue } from "@/domain/edits/sameValue";
import { spelled } from "@/domain/inWords";
import { Conflict, InvalidInput, NotFound } from "@/errors";
import type { Contract } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { lockForUpdate } from "../lockForUpdate";

const termNames = ["plan", "sites", "seats", "termMonths", "expiresAt"] as const;

/** The terms an amendment changes; what is left out stays. Null takes a term away. */
export type ContractTerms = Partial<Pick<Contract, (typeof termNames)[number]>>;

/**
 * Prepares an amendment of a signed contract: a draft with the same terms but for those that change. It is signed like any other, and
 * replaces the contract then (`supersedeAmended`). In the caller's transaction. Asked for again, it answers with the draft that is there.
 *
 * @throws NotFound; Conflict when the contract is not in force or another amendment of it is being prepared; InvalidInput when
 *   nothing changes
 */
export async function amendContract(input: {
	req: PayloadRequest;
	contractId: string;
	terms: ContractTerms;
	reason: string;
}): Promise<{ id: string; status: Contract["status"] }> {
	const { req, contractId, terms, reason } = input;
	await lockForUpdate({ req, collection: slug.contracts, id: contractId });
	const contract = await findContract(req, contractId);
	if (contract.status !== "signed") {
		const instead = contract.status === "superseded" ? "Amend its amendment." : "Edit it, or write a new contract.";
		throw new Conflict(`This contract is ${spelled(contract.status)}. ${instead}`, "contract_not_in_force");
	}
	await requirePlan(req, terms.plan);
	const current = Object.fromEntries(termNames.map((name) => [name, contract[name]]));
	const next = { ...current, ...terms };
	if (termNames.every((name) => isSameValue(next[name], current[name]))) {
		throw new InvalidInput([{ path: "terms", message: "Change at least one of the terms." }]);
	}
	const pending = await findPending(req, contractId);
	if (pending && termNames.every((name) => isSameValue(next[name], pending[name]))) return pending;
	if (pending) {
		throw new Conflict(
			"An amendment of this contract is being prepared. Edit it, sign it or terminate it.",
			"amendment_pending",
		);
	}
	const { title, casino, onboarding, type } = contract;
	const made = await req.payload.create({
		collection: slug.contracts,
		data: {
			...next,
			casino,
			onboarding,
			type,
			status: "draft",
			title: `${title}, amendment`,
			amends: contractId,
			amendReason: reason,
		},
		depth: 0,
		...asSystem(req, "an amendment was asked for"),
	});
	return { id: made.id, status: made.status };
}

async function findContract(req: PayloadRequest, id: string): Promise<Contract> {
	const { docs } = await req.payload.find({
		collection: slug.contracts,
		where: { id: { equals: id } },
		depth: 0,
		limit: 1,
		pagination: false,
		...asUser(req),
	});
	if (!docs[0]) throw new NotFound("contract");
	return docs[0];
}

async function findPending(req: PayloadRequest, contractId: string): Promise<Contract | null> {
	const { docs } = await req.payload.find({
		collection: slug.contracts,
		where: { amends: { equals: contractId }, status: { in: ["draft", "sent"] } },
		depth: 0,
		limit: 1,
		pagination: false,
		...asSystem(req, "the amendment that is being prepared"),
	});
	return docs[0] ?? null;
}

async function requirePlan(req: PayloadRequest, plan: ContractTerms["plan"]): Promise<void> {
	if (typeof plan !== "string") return;
	const sql = await sqlOf(req);
	const found = await sql("SELECT 1 FROM plans WHERE id = $1::uuid", [plan]);
	if (found.length === 0) throw new InvalidInput([{ path: "plan", message: "There is no such plan." }]);
}
