import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { mayApprove, type Seats, seatsNeeded } from "@/domain/approvals/approvers";
import { formatVersion } from "@/domain/approvals/boundTerms";
import { findReleased, isIssuedOpening, type OpeningTerms } from "@/domain/approvals/openingChange";
import { formatMoney } from "@/domain/money";
import { InvalidInput } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { closeApproval, findOpenApprovals } from "./closeApproval";
import { readApprovalLimit } from "./readApprovalLimit";
import { readTakenAlone } from "./readTakenAlone";
import { takeSeat } from "./takeSeat";

type OpeningInvoice = { id: string; number: string; casinoId: string };

/**
 * A person changes an invoice that provisioning waits for after it was issued. What asks less than was agreed waits for approval:
 * the invoice is changed, and the gate goes on asking for what was agreed until finance approves the change, two persons above
 * the limit. In the transaction of the change, with the invoice locked.
 *
 * @throws InvalidInput where the invoice leaves its onboarding, and the person may not approve that alone
 */
export async function changeOpening(input: {
	req: PayloadRequest;
	invoice: OpeningInvoice;
	before: OpeningTerms;
	after: OpeningTerms;
}): Promise<void> {
	const { req, invoice, before, after } = input;
	const sql = await sqlOf(req);
	const pending = await findAgreed(sql, invoice.id);
	if (!pending && !isIssuedOpening(before)) return;
	const agreed = highest(before, pending);
	const version = formatVersion(after, after.opensGate ? "required" : "not required");
	for (const approval of await findOpenApprovals(req, invoice.id)) {
		if (approval.subject !== "opening_change" || approval.status !== "awaiting" || approval.version === version)
			continue;
		await closeApproval({ req, approval, to: "withdrawn", because: "The invoice was changed again." });
	}
	const released = findReleased(agreed, after);
	if (released === 0) return;
	const seats = await seatsToRelease({ req, invoiceId: invoice.id, agreed, after, released });
	const isApprover = isApproving(req);
	if (after.onboardingId !== agreed.onboardingId && !(isApprover && seats === 1)) {
		const message = `Invoice ${invoice.number} was issued for its onboarding, which waits for it. Void it and write a new one.`;
		throw new InvalidInput([{ path: "onboarding", message }]);
	}
	const asks = formatMoney(after.amountDue, after.currency);
	const instead = `${formatMoney(agreed.amountDue, agreed.currency)} were asked`;
	await takeSeat({
		req,
		subject: "opening_change",
		title: after.opensGate
			? `Invoice ${invoice.number} asks ${asks}, ${instead}`
			: `Invoice ${invoice.number} is not required before provisioning any more`,
		casinoId: invoice.casinoId,
		invoiceId: invoice.id,
		amount: released,
		currency: agreed.currency,
		version,
		seats,
		reason: "Changed on the invoice.",
		sits: isApprover,
		proposal: { from: { amountDue: agreed.amountDue, currency: agreed.currency, onboardingId: agreed.onboardingId } },
	});
}

/**
 * Withdrawing an issued invoice that provisioning waits for releases its amount: above the limit that takes two. So does
 * withdrawing an amendment that took two.
 * @returns null when it may be done now; else what the first person is told
 */
export async function approveVoid(input: {
	req: PayloadRequest;
	invoice: OpeningInvoice;
	before: OpeningTerms;
	reason: string;
	/** Two persons wrote it: an amendment above the limit. */
	tookTwo: boolean;
}): Promise<{ approval: string; message: string } | null> {
	const { req, invoice, before, reason, tookTwo } = input;
	const sql = await sqlOf(req);
	const pending = await findAgreed(sql, invoice.id);
	if (!pending && !tookTwo && !isIssuedOpening(before)) return null;
	const agreed = highest(before, pending);
	const after = { ...before, status: "void" } as const;
	const released = findReleased(agreed, after);
	if (released === 0) return null;
	const seats = tookTwo ? 2 : await seatsToRelease({ req, invoiceId: invoice.id, agreed, after: before, released });
	if (seats === 1) return null;
	const seat = await takeSeat({
		req,
		subject: "opening_change",
		title: `Void invoice ${invoice.number}`,
		casinoId: invoice.casinoId,
		invoiceId: invoice.id,
		amount: released,
		currency: agreed.currency,
		version: formatVersion(before, "void"),
		seats,
		reason,
		proposal: { act: "void", from: { amountDue: agreed.amountDue, currency: agreed.currency } },
	});
	return seat.status === "approved" ? null : { approval: seat.id, message: seat.message };
}

function isApproving(req: PayloadRequest): boolean {
	const actor = actorOf(req);
	return actor.kind === "person" && mayApprove(actor.vendorRole, "opening_change");
}

type Agreed = { amountDue: number; currency: string; onboardingId: string | null };

/** The terms that the gate goes on asking for, while a change of them is not approved. */
async function findAgreed(sql: Sql, invoiceId: string): Promise<Agreed | null> {
	const [row] = await sql<{ status: string; from: Agreed }>(
		`SELECT status, proposal -> 'from' AS "from" FROM approvals
		 WHERE invoice_id = $1::uuid AND subject = 'opening_change' AND status IN ('awaiting', 'rejected', 'approved')
			AND proposal ->> 'act' IS NULL ORDER BY created_at DESC LIMIT 1`,
		[invoiceId],
	);
	return row && row.status !== "approved" ? row.from : null;
}

const highest = (before: OpeningTerms, pending: Agreed | null): Agreed =>
	pending === null || (pending.currency === before.currency && before.amountDue > pending.amountDue) ? before : pending;

async function seatsToRelease(input: {
	req: PayloadRequest;
	invoiceId: string;
	agreed: Agreed;
	after: OpeningTerms;
	released: number;
}): Promise<Seats> {
	const { req, invoiceId, agreed, after, released } = input;
	if (agreed.currency !== after.currency) return 2;
	const alone = await readTakenAlone(await sqlOf(req), invoiceId);
	return seatsNeeded({ amount: alone + released, currency: agreed.currency, limit: await readApprovalLimit(req) });
}
