import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { isAcceptanceItem } from "@/domain/acceptance";
import { findProofProblem, type Proof } from "@/domain/playbook/findProofProblem";
import { itemTransitions } from "@/domain/playbook/itemStatus";
import { assertTransition } from "@/domain/transition";
import { Conflict, InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { requireOwnName } from "../users/requireOwnName";
import { requireProved } from "../users/requireProved";
import { requireOwnSignature } from "../users/requireSecondPerson";
import { changeItem } from "./changeItem";
import { type FoundItem, findItem } from "./findItem";
import { recordAnswer } from "./recordAnswer";
import { refuseComputed } from "./refuseComputed";

/**
 * Says that an item is done, with what proves it. In the caller's transaction. An item that is done already is left as it is, so
 * that a second click, or a second person, changes nothing; `wasDone` tells them so.
 *
 * @param input.minutes how long it took, in minutes, where somebody kept the time
 * @throws InvalidInput at the part of the proof that is missing; Conflict when something comes first, or when it ticks itself
 */
export async function tickItem(input: {
	req: PayloadRequest;
	itemId: string;
	proof: Proof;
	minutes: number | null;
	note: string | null;
}): Promise<{ status: "done"; wasDone: boolean }> {
	const { req, minutes, note } = input;
	const item = await findItem(input);
	// Only a decision has something to choose.
	const proof = item.kind === "decision" ? input.proof : { ...input.proof, choice: null };
	if (item.status === "done") return { status: "done", wasDone: true };
	requireDoable(req, item);
	const problem = findProofProblem({ item: { ...item, choices: item.rule.choices }, proof });
	if (problem) throw new InvalidInput([problem]);
	if (item.rule.isTimed && minutes === null) {
		throw new InvalidInput([{ path: "minutes", message: "Say how many minutes of work it took, without waiting." }]);
	}
	assertTransition({ noun: "item", table: itemTransitions, from: item.status, to: "done" });
	const signature = await sign(req, item, proof);
	await requireFile(req, item, proof.file);
	await recordAnswer({ req, item, choice: proof.choice });
	await changeItem({
		req,
		item,
		action: "item.done",
		assignments: `status = 'done', done_at = now(), done_by_id = $2::uuid, minutes_taken = $3, note = coalesce($4, note), choice = $5,
			proof_value = $6, proof_link = $7, proof_file_id = $8::uuid, signed_name = $9, is_signer_unproved = $10`,
		values: [
			req.user?.id ?? null,
			minutes,
			note,
			proof.choice,
			proof.value,
			proof.link,
			proof.file,
			signature.name,
			signature.isUnproved,
		],
		after: { status: "done", ...withoutNull({ ...proof, minutes }) },
		reason: note,
	});
	return { status: "done", wasDone: false };
}

/** Whoever signs, approves or decides is known by their address, and signs with their own name. */
async function sign(
	req: PayloadRequest,
	item: FoundItem,
	proof: Proof,
): Promise<{ name: string | null; isUnproved: boolean }> {
	const isSigned = item.evidence === "signature";
	if (!isSigned && item.kind !== "approval" && item.kind !== "decision") return { name: null, isUnproved: false };
	const { isProved } = await requireProved(req);
	const actor = actorOf(req);
	if (isSigned && actor.kind === "person" && actor.vendorRole === null) {
		await requireOwnSignature({ req, onboardingId: item.onboardingId, items: item.rule.after });
	}
	const name = isSigned ? requireOwnName({ req, name: proof.signedName ?? "", path: "signedName" }) : null;
	return { name, isUnproved: !isProved };
}

function requireDoable(req: PayloadRequest, item: FoundItem): void {
	refuseComputed(req, item);
	if (isAcceptanceItem(item))
		throw new Conflict("Set the acceptance on the onboarding: it records who, when and why.", "follows_acceptance");
	if (item.status === "not_needed")
		throw new Conflict("This item does not belong to the onboarding, by what was decided.");
	if (item.waitsFor.length > 0) throw new Conflict(`First comes: ${item.waitsFor.join("; ")}.`, "comes_later");
}

/** A file that proves something is one of the same customer's, or, where the vendor's people attach it, the vendor's own. */
async function requireFile(req: PayloadRequest, item: FoundItem, file: string | null): Promise<void> {
	if (!file) return;
	const sql = await sqlOf(req);
	const actor = actorOf(req);
	const isVendors = actor.kind === "person" && actor.vendorRole !== null;
	const found = await sql(
		"SELECT 1 FROM media WHERE id = $1::uuid AND (casino_id = $2::uuid OR (casino_id IS NULL AND $3))",
		[file, item.casinoId, isVendors],
	);
	if (found.length === 0)
		throw new InvalidInput([{ path: "file", message: "There is no such file of this customer." }]);
}

const withoutNull = (record: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
