import type { Payload } from "payload";
import { modeOfKey } from "@/domain/settlement/findWhyNotOurs";
import { env } from "@/env";
import { recordEvent } from "@/inbox/recordEvent";
import type { PaymentsPort } from "@/provisioning/ports";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { inTransaction, systemRequest } from "../inTransaction";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { resolveRisk } from "../risks/resolveRisk";

/** How long Stripe keeps events. */
const keptDays = 30;
/** Before the installation was made, Stripe may have been told its address: what it did not take then is tried for 3 days. */
const firstLookBackDays = 7;
/** Read again in each pass: an event may be listed some time after the moment it bears. */
const overlapHours = 24;
const day = 86_400_000;

export type Reconciliation = {
	isConnected: boolean;
	/** From when the events were read, ISO 8601; null without a provider. */
	since: string | null;
	taken: number;
	known: number;
	missingInvoices: number;
};

/**
 * Takes in what was missed since the last full pass, and reports invoices that should exist at the provider and do not.
 * Safe to run at any time: what is known is recorded once. Where the last pass ended is stored, and moves only when a pass has read
 * everything since: no event that arrives by itself hides an older one that did not.
 *
 * @param input.since reads from there instead, ISO 8601
 */
export async function reconcilePayments(input: { payload: Payload; since?: string }): Promise<Reconciliation> {
	const { payload } = input;
	const { payments } = portsOf({ payload });
	if (!payments) {
		return { isConnected: false, since: null, taken: 0, known: 0, missingInvoices: 0 };
	}
	const sql = await sqlOf({ payload });
	const began = new Date();
	const due = await findStart(sql, began);
	const since = input.since === undefined ? due.from : new Date(input.since);
	const counts = await takeEvents({ payload, payments, since });
	if (since <= due.from) {
		if (due.lostSince) await reportGap(payload, due.lostSince, due.from);
		await moveCursor(sql, began);
	}
	const missingInvoices = await reportMissingInvoices(payload, payments);
	return { isConnected: true, since: since.toISOString(), ...counts, missingInvoices };
}

/** Test and live mode have their own events: a key of the other mode has read none of these. */
const cursorName = () => (modeOfKey(env().STRIPE_SECRET_KEY) ? "stripe:live" : "stripe:test");

/**
 * From when events have to be read. Without a pass before, from the first that is known or a while before the installation
 * was made, whichever is earlier.
 */
async function findStart(sql: Sql, now: Date): Promise<{ from: Date; lostSince: Date | null }> {
	const [known] = await sql<{ readUntil: Date | null; first: Date | null; madeAt: Date | null }>(
		`SELECT (SELECT read_until FROM reconciliation_cursors WHERE name = $1) AS "readUntil",
			(SELECT min(occurred_at) FROM payment_events WHERE provider = 'stripe') AS first,
			(SELECT min(created_at) FROM payload_migrations) AS "madeAt"`,
		[cursorName()],
	);
	const { readUntil = null, first = null, madeAt = null } = known ?? {};
	const start = readUntil
		? readUntil.getTime() - overlapHours * 3_600_000
		: Math.min(first?.getTime() ?? Infinity, (madeAt ?? now).getTime()) - firstLookBackDays * day;
	const kept = now.getTime() - keptDays * day;
	const from = new Date(Math.max(Math.min(start, now.getTime()), kept));
	return { from, lostSince: readUntil && readUntil.getTime() < kept ? readUntil : null };
}

/** Nobody asked for longer than Stripe keeps events: what came between is there no more. */
async function reportGap(payload: Payload, from: Date, until: Date): Promise<void> {
	const req = await systemRequest(payload, "reconciliation");
	const days = [from, until].map((at) => at.toISOString().slice(0, 10));
	await inTransaction(req, async () => {
		await raiseRisk({
			req,
			key: `reconciliation-gap:${from.toISOString()}`,
			kind: "other",
			severity: "high",
			title: `Stripe's events from ${days[0]} to ${days[1]} were not read`,
			detail: `Stripe keeps events for ${keptDays} days. Compare the payments of that time with Stripe's dashboard, and record what is missing by hand.`,
			casinoId: null,
		});
	});
}

async function moveCursor(sql: Sql, readUntil: Date): Promise<void> {
	await sql(
		`INSERT INTO reconciliation_cursors AS c (name, read_until) VALUES ($1, $2)
		 ON CONFLICT (name) DO UPDATE SET read_until = greatest(c.read_until, EXCLUDED.read_until)`,
		[cursorName(), readUntil],
	);
}

async function takeEvents(input: { payload: Payload; payments: PaymentsPort; since: Date }) {
	const { payload, payments, since } = input;
	const counts = { taken: 0, known: 0 };
	for await (const event of payments.listEvents({ since: since.toISOString() })) {
		const receivedAt = new Date().toISOString();
		const { isNew } = await recordEvent({ pool: payload.db.pool, provider: "stripe", event, receivedAt });
		counts[isNew ? "taken" : "known"] += 1;
	}
	return counts;
}

type Unseen = { id: string; number: string; casinoId: string; casinoName: string; customerId: string | null };

const missingKey = (invoiceId: string) => `invoice-missing:${invoiceId}`;

/** An invoice that was paid by transfer or withdrawn need not be at the provider any more. */
async function closeSettled(payload: Payload, sql: Sql): Promise<void> {
	const settled = await sql<{ id: string }>(
		`SELECT i.id FROM risks r JOIN invoices i ON i.id = r.invoice_id
		 WHERE r.kind = 'invoice_missing' AND r.status <> 'resolved' AND i.status <> 'open' LIMIT 200`,
	);
	for (const { id } of settled) {
		const req = await systemRequest(payload, "reconciliation");
		await inTransaction(req, () =>
			resolveRisk({ req, key: missingKey(id), resolution: "The invoice is not open any more." }),
		);
	}
}

/** Looked for at once; the invoices after them in the next statement. */
const batchSize = 500;

async function reportMissingInvoices(payload: Payload, payments: PaymentsPort): Promise<number> {
	const sql = await sqlOf({ payload });
	await closeSettled(payload, sql);
	let missing = 0;
	let last: string | null = null;
	do {
		const rows: Unseen[] = await readExpected(sql, last);
		for (const row of rows) if (await isMissing(payload, payments, row)) missing += 1;
		last = rows.length === batchSize ? (rows.at(-1)?.id ?? null) : null;
	} while (last !== null);
	return missing;
}

/** The open invoices that are to be at the provider, the next after `last` by id. */
async function readExpected(sql: Sql, last: string | null): Promise<Unseen[]> {
	// A payment page makes no invoice at the provider, and one sent a minute ago may be on its way.
	return sql<Unseen>(
		`SELECT i.id, i.number, c.id AS "casinoId", c.name AS "casinoName", nullif(p.stripe_i_d, '') AS "customerId"
		 FROM invoices i JOIN casinos c ON c.id = i.casino_id LEFT JOIN companies p ON p.id = c.company_id
		 WHERE i.status = 'open' AND i.updated_at < now() - interval '10 minutes' AND coalesce(i.po_status::text, 'none') <> 'approved'
			AND (i.hosted_url IS NULL OR i.stripe_invoice_id IS NOT NULL) AND ($1::uuid IS NULL OR i.id > $1::uuid)
		 ORDER BY i.id LIMIT $2`,
		[last, batchSize],
	);
}

async function isMissing(payload: Payload, payments: PaymentsPort, row: Unseen): Promise<boolean> {
	const found = await payments.findInvoice({ keyturnInvoice: row.id, customerId: row.customerId });
	const req = await systemRequest(payload, "reconciliation");
	const key = missingKey(row.id);
	await inTransaction(req, () =>
		found
			? resolveRisk({ req, key, resolution: "It is at the provider." })
			: raiseRisk({
					req,
					key,
					kind: "invoice_missing",
					severity: "medium",
					title: `${row.casinoName}: invoice ${row.number} is not at Stripe`,
					detail: "The customer cannot have received it from there. Send it again, or record how it was sent.",
					casinoId: row.casinoId,
					invoiceId: row.id,
				}).then(() => {}),
	);
	return !found;
}
