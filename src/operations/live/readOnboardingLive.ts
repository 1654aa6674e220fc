import type { FieldAccess, PayloadRequest } from "payload";
import { type Actor, actorOf } from "@/access/actorOf";
import { reachOf, readField } from "@/access/scope";
import { gate } from "@/domain/gate";
import { findInvoiceStanding, type InvoiceStandingFacts } from "@/domain/invoiceStanding";
import { defaultWords } from "@/domain/playbook/words";
import { NotFound, SignInRequired } from "@/errors";
import { todaySql } from "@/queue/daySql";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";
import { readGateInput } from "../gate/readGateInput";
import { waitingSql } from "../plan/waitingSql";
import { markedNameSql } from "../users/requireProved";
import { standingSql } from "../views/standingSql";
import { findNextDate } from "./findNextDate";
import { findRecordToActOn } from "./findRecordToActOn";
import type { ContractFact, InviteFact, LiveInvoice, OnboardingLive } from "./onboardingLive";
import { redactLive } from "./redactLive";

type Row = Pick<
	OnboardingLive,
	"status" | "casino" | "today" | "goLiveAt" | "gateOpenedAt" | "run" | "mayReopen" | "checkIns" | "waitingOn"
> & {
	invoices: StoredInvoice[];
	contracts: ContractFact[];
	invite: InviteFact | null;
};
type StoredInvoice = Omit<LiveInvoice, "standing"> & InvoiceStandingFacts;

/**
 * What stands about an onboarding now, in two statements and with the rights of whoever asks: everything for the
 * vendor's people; for a customer's what their roles may read of it.
 *
 * @param input.runId a run of this onboarding to show instead of the current one
 * @throws SignInRequired, NotFound (also when it is not theirs)
 */
export async function readOnboardingLive(input: {
	req: PayloadRequest;
	onboardingId: string;
	runId?: string | null;
}): Promise<OnboardingLive> {
	const { req, onboardingId } = input;
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	const now = new Date();
	const row = await readRow(req, onboardingId, input.runId ?? null);
	const gateInput = await readGateInput({ req, onboardingId, now });
	if (!row || !gateInput || !mayRead(actor, slug.onboardings, row.casino.id)) throw new NotFound("onboarding");

	const { contracts, invite, invoices, ...others } = row;
	const facts = { ...others, invoices: invoices.map((invoice) => withStanding(invoice)) };
	const { isOpen, conditions } = gate(gateInput);
	const standing = {
		...facts,
		gate: {
			isOpen,
			standard: gateInput.onboarding.gateStandard,
			conditions: conditions.map((condition) => ({
				...condition,
				record: condition.isMet ? null : findRecordToActOn(condition, { contracts, invoices: facts.invoices }),
			})),
		},
	};
	const live: OnboardingLive = {
		onboardingId,
		...standing,
		nextDate: findNextDate({ ...standing, invite }, now),
		readAt: now.toISOString(),
		isRedacted: false,
	};
	if (actor.kind === "person" && actor.vendorRole !== null) return live;
	const rules = { req, doc: { casino: row.casino.id } } as Parameters<FieldAccess>[0];
	const redacted = redactLive(live, {
		mayReadAmounts: Boolean(await readField("amounts")(rules)),
		mayRead: (collection) => mayRead(actor, collection, row.casino.id),
	});
	return { ...redacted, nextDate: findNextDate({ ...redacted, invite: null }, now) };
}

function withStanding(invoice: StoredInvoice): LiveInvoice {
	const {
		amountKept: _,
		amountDisputed: __,
		awaitsSecondApprover: ___,
		isCreditNote: ____,
		today: _____,
		...shown
	} = invoice;
	return { ...shown, standing: findInvoiceStanding(invoice) };
}

function mayRead(actor: Actor, collection: Slug, casinoId: string): boolean {
	const reach = reachOf(actor, collection, "read");
	return reach === "all" || reach.includes(casinoId);
}

async function readRow(req: PayloadRequest, onboardingId: string, runId: string | null): Promise<Row | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ live: Row }>(
		`SELECT json_build_object(
			'status', o.status, 'today', ${todaySql("c.timezone")}, 'goLiveAt', o.go_live_at, 'gateOpenedAt', o.gate_opened_at,
			'casino', json_build_object('id', c.id, 'name', c.name, 'status', c.status, 'word', coalesce((SELECT v.content #>> '{words,tenant}'
				FROM playbook_versions v WHERE v.playbook_id = o.playbook_id AND v.version = o.playbook_version), '${defaultWords.tenant}')),
			'contracts', coalesce((SELECT json_agg(json_build_object('id', k.id, 'type', k.type, 'status', k.status)
				ORDER BY k.created_at, k.id) FROM contracts k WHERE k.onboarding_id = o.id), '[]'),
			'invoices', coalesce((SELECT json_agg(jsonb_build_object(
					'id', i.id, 'number', i.number, 'status', i.status, 'opensGate', coalesce(i.opens_gate, false),
					'amountPaid', i.amount_paid, 'currency', i.currency, 'paidAt', i.paid_at,
					'po', json_build_object('number', i.po_number, 'status', i.po_status, 'reason', i.po_reason, 'expiresAt', i.po_expires_at,
						'hasOwnSeat', coalesce(i.po_approved_by_id = $3::uuid, false),
						'approvedBy', ${markedNameSql("first", "ordered.is_first_unproved")},
						'secondApprover', ${markedNameSql("second", "ordered.is_second_unproved")})
				) || (SELECT to_jsonb(f) FROM (SELECT ${standingSql}) AS f) ORDER BY i.opens_gate DESC NULLS LAST, i.created_at, i.id)
				FROM invoices i LEFT JOIN users first ON first.id = i.po_approved_by_id LEFT JOIN users second ON second.id = i.po_second_approver_id
					LEFT JOIN approvals ordered ON ordered.invoice_id = i.id AND ordered.subject = 'purchase_order' AND ordered.status IN ('awaiting', 'approved')
				WHERE i.onboarding_id = o.id), '[]'),
			'checkIns', coalesce((SELECT json_agg(json_build_object('id', n.id, 'label', n.label, 'day', n.day, 'dueAt', n.due_at,
				'status', n.status, 'outcome', n.outcome) ORDER BY n.due_at, n.day) FROM check_ins n WHERE n.onboarding_id = o.id), '[]'),
			'mayReopen', EXISTS (SELECT FROM provisioning_runs r WHERE r.onboarding_id = o.id)
				AND NOT EXISTS (SELECT FROM provisioning_runs r WHERE r.onboarding_id = o.id AND r.status <> 'undone'),
			'run', (SELECT json_build_object('id', r.id, 'status', r.status, 'playbook', r.playbook, 'error', r.error,
					'undoReason', r.undo_reason, 'createdAt', r.created_at, 'startedAt', r.started_at, 'finishedAt', r.finished_at,
					'steps', coalesce((SELECT json_agg(json_build_object('id', s.id, 'step', s.step, 'title', s.title,
						'position', s.position, 'status', s.status, 'attempts', s.attempts, 'evidence', s.evidence, 'error', s.error,
						'reason', s.reason, 'nextAttemptAt', s.next_attempt_at, 'startedAt', s.started_at, 'finishedAt', s.finished_at
					) ORDER BY s.position) FROM provisioning_steps s WHERE s.run_id = r.id), '[]'))
				FROM provisioning_runs r WHERE r.onboarding_id = o.id AND ($2::uuid IS NULL OR r.id = $2::uuid)
				ORDER BY r.status <> 'undone' DESC, r.created_at DESC LIMIT 1),
			'invite', (SELECT json_build_object('name', v.name, 'email', v.email, 'status', v.status, 'expiresAt', v.expires_at)
				FROM staff_invites v WHERE v.casino_id = o.casino_id AND lower(v.email) = lower(o.admin_contact_email)
				ORDER BY v.created_at DESC LIMIT 1),
			'waitingOn', ${waitingSql}
		 ) AS live
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id WHERE o.id = $1::uuid`,
		[onboardingId, runId, req.user?.id ?? null],
	);
	return row?.live ?? null;
}
