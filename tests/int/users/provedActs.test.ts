import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VendorRole } from "@/access/roles";
import { readMoments } from "@/admin/invoice/readMoments";
import { readOnboardingPlan } from "@/operations/plan/readOnboardingPlan";
import { readInvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { inDays, itemOf, type Stage, startStage } from "../decisions/stage";
import { rowsOf } from "../invites/inviteWorld";
import { proveAgo, type Sent, turnMailOff, turnMailOn } from "./accountWorld";

let stage: Stage;
let _sent: Sent[];
beforeAll(async () => {
	stage = await startStage();
	_sent = turnMailOn(stage.keyturn);
}, 240_000);
afterAll(() => stage?.keyturn.stop());

describe("an act that signs or approves", () => {
	const nobody = "00000000-0000-4000-8000-000000000000";
	const reason = "As agreed by phone";
	const payment = (amount: number) => ({ amount, currency: "usd", paidAt: inDays(-1), method: "wire", reason });
	type Sending = [method: "POST" | "PATCH", path: string, body: object];
	/** The route, who acts, what is sent, and what an act of somebody proved, or of anybody while mail is off, is answered. */
	type Act = [
		route: string,
		role: VendorRole,
		send: (setup: CustomerSetup) => Promise<Sending> | Sending,
		answered: number,
	];
	const post = async (path: string, body: object, as: Person) =>
		(await stage.keyturn.rest("POST", path, { as, body })).body as Record<string, string>;
	const sql = (text: string, values: unknown[]) => rowsOf<{ id: string }>(stage.keyturn, text, values);
	const draft = async ({ casino, onboarding }: CustomerSetup) => {
		const body = { casino: casino.id, onboarding: onboarding.id, type: "dpa" };
		const { doc } = (await post("/contracts?depth=0", body, stage.ops)) as unknown as { doc: { id: string } };
		return doc.id;
	};
	const acts: Act[] = [
		[
			"approvals/:id/approve",
			"finance",
			async ({ invoice }) => {
				await sql("UPDATE invoices SET amount_due = 9000000 WHERE id = $1", [invoice.id]);
				const { approval } = await post(`/invoices/${invoice.id}/record-payment`, payment(9_000_000), stage.finance);
				return ["POST", `/approvals/${approval}/approve`, { reason }];
			},
			200,
		],
		[
			"invoices/:id/record-payment",
			"finance",
			({ invoice }) => ["POST", `/invoices/${invoice.id}/record-payment`, payment(60_000)],
			200,
		],
		[
			"invoices/:id/record-refund",
			"finance",
			({ invoice }) => [
				"POST",
				`/invoices/${invoice.id}/record-refund`,
				{ payment: nobody, amount: 5, currency: "usd", refundedAt: inDays(-1), method: "wire", reason },
			],
			400,
		],
		["invoices/:id/void", "finance", ({ invoice }) => ["POST", `/invoices/${invoice.id}/void`, { reason }], 200],
		[
			"invoices/:id/purchase-order",
			"finance",
			({ invoice }) => [
				"POST",
				`/invoices/${invoice.id}/purchase-order`,
				{ decision: "approve", number: "PO-1", reason },
			],
			200,
		],
		[
			"invoices/:id/amendments",
			"finance",
			async ({ invoice }) => {
				await sql("UPDATE invoices SET status = 'paid', amount_paid = amount_due WHERE id = $1", [invoice.id]);
				return ["POST", `/invoices/${invoice.id}/amendments`, { amountDue: 130_000, reason }];
			},
			200,
		],
		["invoices, lowered", "finance", ({ invoice }) => ["PATCH", `/invoices/${invoice.id}`, { amountDue: 100 }], 200],
		[
			"payment-events/:id/settle",
			"finance",
			({ invoice }) => ["POST", `/payment-events/${nobody}/settle`, { invoiceId: invoice.id, reason }],
			404,
		],
		["payment-events/:id/dismiss", "finance", () => ["POST", `/payment-events/${nobody}/dismiss`, { reason }], 404],
		[
			"onboardings/:id/go-no-go",
			"manager",
			({ onboarding }) => ["POST", `/onboardings/${onboarding.id}/go-no-go`, { etaConfidence: "high" }],
			200,
		],
		[
			"onboardings/:id/freeze-override",
			"manager",
			({ onboarding }) => ["POST", `/onboardings/${onboarding.id}/freeze-override`, { reason, expiresAt: inDays(1) }],
			409,
		],
		[
			"onboardings/:id/acceptance",
			"ops",
			({ onboarding }) => ["POST", `/onboardings/${onboarding.id}/acceptance`, { colour: "green", reason }],
			409,
		],
		[
			"onboardings/:id/acceptance/acknowledge",
			"manager",
			({ onboarding }) => [
				"POST",
				`/onboardings/${onboarding.id}/acceptance/acknowledge`,
				{ acceptance: nobody, nextAction: reason },
			],
			409,
		],
		[
			"onboardings/:id/upgrade",
			"manager",
			({ onboarding }) => [
				"POST",
				`/onboardings/${onboarding.id}/upgrade`,
				{ version: 1, seen: "0".repeat(64), reason },
			],
			409,
		],
		[
			"onboardings/:id/close-phase",
			"manager",
			async ({ onboarding }) => {
				await sql(
					"UPDATE checklist_items SET retired_at = now() WHERE onboarding_id = $1 AND kind = 'exit_criterion'",
					[onboarding.id],
				);
				const [active] = await rowsOf<{ phase: string }>(
					stage.keyturn,
					"SELECT phase FROM checklists WHERE onboarding_id = $1 AND status = 'active' ORDER BY position",
					[onboarding.id],
				);
				return ["POST", `/onboardings/${onboarding.id}/close-phase`, { phase: active?.phase }];
			},
			200,
		],
		[
			"checklist-items/:id/tick",
			"compliance",
			async (setup) => {
				const body = { signedName: "Una Unproved", choice: "no" };
				return ["POST", `/checklist-items/${(await itemOf(stage, setup, "dpa_needed")).id}/tick`, body];
			},
			200,
		],
		[
			"checklist-items/:id/waiver",
			"ops",
			async (setup) => [
				"POST",
				`/checklist-items/${(await itemOf(stage, setup, "training_attended")).id}/waiver`,
				{ reason, expiresAt: inDays(5) },
			],
			200,
		],
		[
			"decisions/:id/decide",
			"manager",
			async (setup) => {
				const { id } = await itemOf(stage, setup, "training_attended");
				const asked = await post(`/checklist-items/${id}/waiver`, { reason, expiresAt: inDays(5) }, stage.ops);
				return ["POST", `/decisions/${asked.id}/decide`, { decision: "approve", reason }];
			},
			200,
		],
		[
			"provisioning-runs/:id/skip",
			"ops",
			() => ["POST", `/provisioning-runs/${nobody}/skip`, { stepId: nobody, reason }],
			404,
		],
		[
			"provisioning-runs/:id/retry",
			"ops",
			() => ["POST", `/provisioning-runs/${nobody}/retry`, { override: true, reason }],
			404,
		],
		[
			"contracts, signed",
			"ops",
			async (setup) => ["PATCH", `/contracts/${await draft(setup)}`, { status: "signed" }],
			200,
		],
		[
			"contracts, written as signed",
			"ops",
			({ casino }) => ["POST", "/contracts", { casino: casino.id, type: "dpa", status: "signed" }],
			201,
		],
	];
	/** Payload appends its own to the lists. */
	const payloadsOwn =
		/^\/($|access\/|versions\/|verify\/|(login|logout|refresh-token|first-register|reset-password|unlock)$)/;
	/** Routes that change something, and neither sign nor approve. */
	const others = [
		"approvals/:id/reject",
		"contracts/:id/onboarding",
		"contracts/:id/amendments",
		"users/forgot-password",
		"users/:id/link",
		"users/:id/invite",
		"users/password",
		"users/sessions/end",
		"users/:id/end-sessions",
		"users/reauthenticate",
		"staff-invites/:id/link",
		"staff-invites/:id/resend",
		"staff-invites/:id/revoke",
		"payment-events/:id/preview",
		"casinos/:id/floor-import",
		"casinos/:id/floor-sync",
		"adoption-reports/weeks",
		"onboardings/:id/open-run",
		"onboardings/:id/adoption-pull",
		"onboardings/:id/reopen",
		"onboardings/:id/acknowledge",
		"onboardings/:id/lessons",
		"onboardings/:id/announcement",
		"checklist-items/acts",
		"checklist-items/:id/start",
		"checklist-items/:id/reopen",
		"checklist-items/:id/snooze",
		"checklist-items/:id/opinion",
		"provisioning-runs/:id/undo",
		"messages/:id/resend",
		"invoices/:id/send",
	];

	test("is known for each route that writes", async () => {
		const { collectionEndpoints } = await import("@/endpoints");
		const routes = Object.entries(collectionEndpoints).flatMap(([slug, endpoints]) =>
			endpoints
				.filter(({ method, path }) => method === "post" && !payloadsOwn.test(path))
				.map(({ path }) => `${slug}${path}`),
		);
		// The sponsor's signature has its own tests, with the sign-off.
		const known = [...acts.map(([route]) => route), ...others, "onboardings/:id/sign-off"];
		expect(routes.filter((route) => !known.includes(route))).toEqual([]);
		expect(known.filter((route) => route.includes("/") && !routes.includes(route))).toEqual([]);
	});

	test.each(acts)(
		"%s is refused to a proved address alone while mail is on, and marked while it is off",
		async (_route, role, send, answered) => {
			const { keyturn } = stage;
			const person = await createVendor(keyturn, role, { name: "Una Unproved", addressProvedAt: null });
			const [method, path, body] = await send(await createCustomerSetup(keyturn));
			const act = () => keyturn.rest(method, path, { as: person, body });
			const marked = () =>
				rowsOf(
					keyturn,
					"SELECT 1 FROM audit_entries WHERE actor = $1 AND reason LIKE '%address not proved%' AND action <> 'denied'",
					[`user:${person.user.id}`],
				);
			turnMailOn(keyturn);
			const refused = await act();
			expect([refused.status, JSON.stringify(refused.body)]).toEqual([
				403,
				expect.stringContaining("Confirm your e-mail address first"),
			]);
			const before = (await marked()).length;
			turnMailOff(keyturn);
			const done = await act();
			_sent = turnMailOn(keyturn);
			expect([done.status, done.status === answered ? null : done.body]).toEqual([answered, null]);
			expect((await marked()).length > before).toBe(answered < 300);
		},
	);
});

test("while mail is off, screens mark what was approved, paid and closed by an address that is not proved", async () => {
	const { keyturn, ops } = stage;
	turnMailOff(keyturn);
	const una = await createVendor(keyturn, "admin", { name: "Una Unproved", addressProvedAt: null });
	const send = (path: string, body: object) => keyturn.rest("POST", path, { as: una, body });
	const reason = "As agreed by phone";
	const { invoice, onboarding } = await createCustomerSetup(keyturn);
	expect(
		(await send(`/invoices/${invoice.id}/purchase-order`, { decision: "approve", number: "PO-7", reason })).status,
	).toBe(200);
	const paid = { amount: 60_000, currency: "usd", paidAt: inDays(-1), method: "wire", reason };
	expect((await send(`/invoices/${invoice.id}/record-payment`, paid)).status).toBe(200);
	const money = await readInvoiceMoney({
		req: await keyturn.requestOf(ops.user),
		invoiceId: invoice.id,
	});
	expect(money.approvals[0]?.seats).toMatchObject([{ who: "Una Unproved", isUnproved: true }]);
	expect(readMoments(money.payments)[0]).toMatchObject({
		title: "Received",
		detail: "recorded by hand, address not proved",
	});
	const live = (await keyturn.rest("GET", `/onboardings/${onboarding.id}/live`, { as: ops })).body;
	expect(live).toMatchObject({
		invoices: [{ po: { approvedBy: "Una Unproved (address not proved)", secondApprover: null } }],
	});

	await rowsOf(
		keyturn,
		"UPDATE checklist_items SET retired_at = now() WHERE onboarding_id = $1 AND kind = 'exit_criterion'",
		[onboarding.id],
	);
	const [active] = await rowsOf<{ phase: string }>(
		keyturn,
		"SELECT phase FROM checklists WHERE onboarding_id = $1 AND status = 'active' ORDER BY position",
		[onboarding.id],
	);
	expect((await send(`/onboardings/${onboarding.id}/close-phase`, active ?? {})).status).toBe(200);
	const page = await readOnboardingPlan({ req: await keyturn.requestOf(ops.user), onboardingId: onboarding.id });
	expect(page.phases.find(({ key }) => key === active?.phase)).toMatchObject({
		closedBy: { name: "Una Unproved" },
		isCloserUnproved: true,
	});

	// Proved later, the mark stays with what was done before.
	await proveAgo(stage.keyturn, una.email, 0);
	const later = await readInvoiceMoney({
		req: await keyturn.requestOf(ops.user),
		invoiceId: invoice.id,
	});
	expect(later.approvals[0]?.seats[0]?.isUnproved).toBe(true);
	_sent = turnMailOn(keyturn);
});
