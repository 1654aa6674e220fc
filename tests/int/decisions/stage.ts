import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { workQueues } from "../../harness/workQueues";
import { query } from "../payments/stage";

export type Stage = {
	keyturn: Keyturn;
	admin: Person;
	ops: Person;
	manager: Person;
	finance: Person;
	post(path: string, body: unknown, as?: Person): ReturnType<Keyturn["rest"]>;
	get(path: string, as?: Person): ReturnType<Keyturn["rest"]>;
};

export async function startStage(): Promise<Stage> {
	const keyturn = await startKeyturn();
	const [admin, ops] = [await createVendor(keyturn, "admin"), await createVendor(keyturn, "ops")];
	const [manager, finance] = [await createVendor(keyturn, "manager"), await createVendor(keyturn, "finance")];
	return {
		keyturn,
		admin,
		ops,
		manager,
		finance,
		post: (path, body, as = ops) => keyturn.rest("POST", path, { as, body }),
		get: (path, as = ops) => keyturn.rest("GET", path, { as }),
	};
}

export const codeOf = (body: unknown) => (body as { errors: { code: string }[] }).errors[0]?.code;
export const saysOf = (body: unknown) => (body as { errors: { message: string }[] }).errors[0]?.message;

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A customer with nothing in the way: paid, provisioned, welcomed, and of the plan only the go-live itself, without a date, left. */
export async function readyCustomer({ keyturn, finance, post }: Stage): Promise<CustomerSetup> {
	const setup = await createCustomerSetup(keyturn, { invoice: { purchaserEmail: null } });
	await post(
		`/invoices/${setup.invoice.id}/record-payment`,
		{ amount: setup.invoice.amountDue, currency: "usd", paidAt: inDays(-1), method: "wire", reason: "bank statement" },
		finance,
	);
	await workQueues(keyturn, ["settlePaymentEvent", "provisionRun", "deliverMessage"]);
	await query(keyturn, "UPDATE messages SET status = 'sent', sent_at = now() WHERE casino_id = $1", [setup.casino.id]);
	await query(
		keyturn,
		"UPDATE checklist_items SET retired_at = now() WHERE onboarding_id = $1 AND key <> 'go_live_done'",
		[setup.onboarding.id],
	);
	return setup;
}

export async function itemOf({ keyturn }: Stage, { onboarding }: CustomerSetup, key: string) {
	const [item] = await query<{ id: string; status: string; title: string }>(
		keyturn,
		"SELECT id, status::text, title FROM checklist_items WHERE onboarding_id = $1 AND key = $2",
		[onboarding.id, key],
	);
	if (!item) throw new Error(`There is no item ${key}.`);
	return item;
}

export type StoredDecision = {
	status: string;
	recommendation: string | null;
	packet: Record<string, unknown> & { decided: { outcome: string; reason: string; by: { id: string } } | null };
	hash: string | null;
	reason: string | null;
	requestedBy: string | null;
	decidedBy: string | null;
};

export async function decisionOf({ keyturn }: Stage, id: string): Promise<StoredDecision> {
	const [row] = await query<StoredDecision>(
		keyturn,
		`SELECT status::text, recommendation::text, packet, hash, reason, requested_by_id AS "requestedBy", decided_by_id AS "decidedBy"
		 FROM decisions WHERE id = $1`,
		[id],
	);
	if (!row) throw new Error(`There is no decision ${id}.`);
	return row;
}
