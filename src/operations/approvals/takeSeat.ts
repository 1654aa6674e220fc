import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { ApprovalSubject } from "@/domain/approvals/approvalStatus";
import type { Seats } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";
import { Conflict, SignInRequired } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { requireProved } from "../users/requireProved";
import { requireSecondPerson } from "../users/requireSecondPerson";
import { closeApproval, type OpenApproval, openApprovalColumns, resolveWithdrawn } from "./closeApproval";

export type SeatInput = {
	req: PayloadRequest;
	subject: ApprovalSubject;
	/** Shown in lists: what is approved. */
	title: string;
	casinoId: string;
	invoiceId?: string | null;
	paymentEventId?: string | null;
	/** Integer minor units. */
	amount: number | null;
	currency: string | null;
	/** The exact terms: the same text is the same approval. */
	version: string;
	seats: Seats;
	reason: string | null;
	/** The last day on which it holds. */
	expiresAt?: string | null;
	/** What is carried out once it is approved. */
	proposal?: Record<string, unknown> | null;
	/** False for somebody who may propose it and not approve it: both seats stay empty. */
	sits?: boolean;
};

export type TakenSeat = {
	id: string;
	status: "awaiting" | "approved";
	/** This person holds the first seat already: nothing changed. */
	isRepeat: boolean;
	firstApprover: string | null;
	secondApprover: string | null;
	/** As the first person proposed it. */
	proposal: Record<string, unknown> | null;
	message: string;
};

/** Of these there is one at a time about a record: another version takes the place of the one that waits. */
const oneAtATime: ReadonlySet<ApprovalSubject> = new Set(["purchase_order", "held_release", "amendment"]);

/**
 * Approves something, as the first person or the second. The one writer of seats, in the transaction of the act and with the
 * record it is about locked. The act is carried out only when the answer is `approved`.
 *
 * @throws SignInRequired; AddressNotProved; Conflict `second_person_needed` where the second is not another person than the first
 */
export async function takeSeat(input: SeatInput): Promise<TakenSeat> {
	const { req, version } = input;
	const approver = req.user?.id;
	if (!approver) throw new SignInRequired();
	const { isProved } = input.sits === false ? { isProved: true } : await requireProved(req);
	const waiting = await findWaiting(input);
	const found = waiting.find((approval) => approval.version === version);
	if (oneAtATime.has(input.subject)) {
		for (const other of waiting) if (other !== found) await replace(req, other);
	}
	if (!found) return propose(input, approver, isProved);
	if (found.firstApproverId === approver || input.sits === false)
		return { ...seatsOf(found), status: "awaiting", isRepeat: true };
	if (found.firstApproverId === null)
		return fillSeat(input, found, { firstApprover: approver, isFirstUnproved: !isProved });
	await requireSecondPerson({ req, first: found.firstApproverId, second: approver });
	return fillSeat(input, found, { secondApprover: approver, isSecondUnproved: !isProved });
}

type Subject = Pick<SeatInput, "req" | "subject" | "invoiceId" | "paymentEventId">;

/**
 * How many persons an act takes: as many as when it was proposed, where it waits. A limit that was raised meanwhile does not let one
 * person act beside what waits, which a second could then approve once more.
 *
 * @param needed what it takes where nothing waits
 */
export async function findSeats(about: Subject & { version: string }, needed: Seats): Promise<Seats> {
	const waiting = await findWaiting(about);
	return waiting.find(({ version }) => version === about.version)?.seats ?? needed;
}

type Waiting = OpenApproval & { seats: Seats; proposal: Record<string, unknown> | null };

async function findWaiting(input: Subject): Promise<Waiting[]> {
	const { req, subject, invoiceId = null, paymentEventId = null } = input;
	const sql = await sqlOf(req);
	return sql<Waiting>(
		`SELECT ${openApprovalColumns}, seats::int, proposal
		 FROM approvals WHERE status = 'awaiting' AND subject::text = $1 AND (
			CASE WHEN subject = 'held_release' THEN payment_event_id = $3::uuid ELSE invoice_id = $2::uuid END)
		 ORDER BY created_at, id FOR NO KEY UPDATE`,
		[subject, invoiceId, paymentEventId],
	);
}

const replace = (req: PayloadRequest, approval: OpenApproval) =>
	closeApproval({
		req,
		approval,
		to: "withdrawn",
		because: "Something else was asked for in its place.",
		isOver: true,
	});

async function propose(input: SeatInput, approver: string, isProved: boolean): Promise<TakenSeat> {
	const { req, subject, seats, reason, sits = true } = input;
	const now = new Date().toISOString();
	const status = sits && seats === 1 ? "approved" : "awaiting";
	const firstApprover = sits ? approver : null;
	const { id } = await req.payload.create({
		collection: slug.approvals,
		data: {
			subject,
			status,
			title: input.title.slice(0, 240),
			casino: input.casinoId,
			invoice: input.invoiceId,
			paymentEvent: input.paymentEventId,
			amount: input.amount,
			currency: input.currency,
			version: input.version,
			seats,
			requestedBy: approver,
			firstApprover,
			firstApprovedAt: sits ? now : null,
			isFirstUnproved: !isProved,
			reason,
			expiresAt: input.expiresAt,
			proposal: input.proposal,
		},
		depth: 0,
		...asSystem(req, reason ?? "a person approves"),
	});
	if (status === "approved") await settleRisk(input);
	const seat = { id, status, firstApprover, secondApprover: null, proposal: input.proposal ?? null } as const;
	return { ...seat, isRepeat: false, message: messageOf(input, status) };
}

async function fillSeat(
	input: SeatInput,
	found: Waiting,
	seat: { firstApprover: string; isFirstUnproved: boolean } | { secondApprover: string; isSecondUnproved: boolean },
): Promise<TakenSeat> {
	const { req, reason } = input;
	const now = new Date().toISOString();
	const isSecond = "secondApprover" in seat;
	const status = isSecond || found.seats === 1 ? "approved" : "awaiting";
	await req.payload.update({
		collection: slug.approvals,
		id: found.id,
		data: {
			...seat,
			status,
			...(isSecond ? { secondApprovedAt: now, secondReason: reason } : { firstApprovedAt: now, reason }),
			...(input.expiresAt ? { expiresAt: input.expiresAt } : {}),
		},
		depth: 0,
		...asSystem(req, reason ?? "a person approves"),
	});
	if (status === "approved") await settleRisk(input);
	const seats = isSecond
		? { ...found, secondApproverId: seat.secondApprover }
		: { ...found, firstApproverId: seat.firstApprover };
	return { ...seatsOf(seats), status, isRepeat: false, message: messageOf(input, status) };
}

/** Approved again, the entry about its withdrawal is over. */
const settleRisk = ({ req, subject, invoiceId }: SeatInput) =>
	resolveWithdrawn({
		req,
		subject,
		recordId: invoiceId ?? null,
		resolution: "It was approved again.",
	});

const seatsOf = (found: Waiting) => ({
	id: found.id,
	firstApprover: found.firstApproverId,
	secondApprover: found.secondApproverId,
	proposal: found.proposal,
	message: messageOf(found, "awaiting"),
});

function messageOf(about: { amount: number | null; currency: string | null }, status: "awaiting" | "approved"): string {
	if (status === "approved") return "Approved.";
	const { amount, currency } = about;
	const what = amount === null || !currency ? "This" : formatMoney(amount, currency);
	return `Waiting for another approver: ${what} takes two persons.`;
}

/** @throws Conflict when the same person approves again what waits for another */
export function refuseRepeat(seat: TakenSeat): void {
	if (!seat.isRepeat) return;
	throw new Conflict(`You approved this already. ${seat.message}`, "second_person_needed");
}
