import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { foldSubscription, type SubscriptionFact } from "@/domain/settlement/foldSubscription";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import { type EventRow, eventColumns, isUndecided, readEvent } from "@/inbox/eventRow";
import { findSubscriptionWorkspace, type SubscriptionWorkspace } from "@/inbox/findSubscriptionWorkspace";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { holdEvent } from "./holdEvent";
import { retakeEvents } from "./retakeEvents";
import { writeOutcomes } from "./writeOutcomes";

/** The casino a person chose for a held one comes after the one it has, and before what its metadata names. */
async function findWorkspace(sql: Sql, row: EventRow, fact: SubscriptionFact, refs: StripeRefs) {
	const [chosen] = row.resolvedBy
		? await sql<SubscriptionWorkspace>(
				`SELECT c.id AS "casinoId", c.company_id AS "companyId" FROM casinos c WHERE c.id = $1::uuid
					AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.stripe_subscription_id = $2)`,
				[row.casinoId, fact.subscriptionId],
			)
		: [];
	return (
		chosen ??
		findSubscriptionWorkspace(sql, {
			subscriptionId: fact.subscriptionId,
			customerId: fact.customerId,
			onboardingId: refs.keyturnOnboarding,
			invoiceId: refs.keyturnInvoice,
		})
	);
}

/** Brings a subscription's record to what all its events say together (status, plan, customer, subscription). */
export async function settleSubscription(input: {
	req: PayloadRequest;
	row: EventRow;
	fact: SubscriptionFact;
	refs: StripeRefs;
}): Promise<void> {
	const { req, row, fact, refs } = input;
	const sql = await sqlOf(req);
	await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", [fact.subscriptionId]);
	const workspace = await findWorkspace(sql, row, fact, refs);
	if ("holdReason" in workspace) return holdEvent({ req, row, fact: null, ...workspace });
	await sql("UPDATE payment_events SET casino_id = $2::uuid WHERE provider = 'stripe' AND object_id = $1", [
		fact.subscriptionId,
		workspace.casinoId,
	]);
	const rows = (
		await sql<EventRow>(
			`SELECT ${eventColumns} FROM payment_events
			 WHERE provider = 'stripe' AND object_id = $1 AND type LIKE 'customer.subscription.%'`,
			[fact.subscriptionId],
		)
	).filter((one) => one.status === "settled" || isUndecided(one));
	const facts = rows
		.map(readEvent)
		.flatMap((reading) => (reading.kind === "subscription" && reading.fact ? [reading.fact] : []));
	const { state, outcomes } = foldSubscription(facts);
	if (state) await writeSubscription(req, sql, workspace, state);
	await writeOutcomes({ req, rows, outcomes });
}

type State = NonNullable<ReturnType<typeof foldSubscription>["state"]>;

async function writeSubscription(
	req: PayloadRequest,
	sql: Sql,
	workspace: SubscriptionWorkspace,
	state: State,
): Promise<void> {
	const data = {
		casino: workspace.casinoId,
		company: workspace.companyId,
		status: state.status,
		plan: state.plan,
		stripeSubscriptionId: state.subscriptionId,
		stripeCustomerId: state.customerId,
		billingCycle: state.billingCycle,
		currentPeriodEnd: state.currentPeriodEnd,
	};
	const [existing] = await sql<{ id: string }>("SELECT id FROM subscriptions WHERE stripe_subscription_id = $1", [
		state.subscriptionId,
	]);
	const system = asSystem(req, "settlement");
	if (existing) {
		await req.payload.update({ collection: slug.subscriptions, id: existing.id, data, depth: 0, ...system });
		return;
	}
	await req.payload.create({ collection: slug.subscriptions, data, depth: 0, ...system });
	// A renewal may have come first, and waited for whose it is.
	await retakeEvents({ req, exceptId: null, customerId: state.customerId });
}
