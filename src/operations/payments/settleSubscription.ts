import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { isRecordId } from "@/domain/isRecordId";
import { foldSubscription, type SubscriptionFact } from "@/domain/settlement/foldSubscription";
import type { HoldReason } from "@/domain/settlement/paymentFact";
import type { StripeRefs } from "@/domain/settlement/stripeRefs";
import { type EventRow, eventColumns, isUndecided, readEvent } from "@/inbox/eventRow";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { holdEvent } from "./holdEvent";
import { writeOutcomes } from "./writeOutcomes";

type Workspace = { casinoId: string; companyId: string | null };

/** The casino a subscription is for: the one it has, the onboarding it names, or its customer's only casino. */
async function findWorkspace(
	sql: Sql,
	row: EventRow,
	fact: SubscriptionFact,
	refs: StripeRefs,
): Promise<Workspace | { holdReason: HoldReason; why: string }> {
	const select = `SELECT c.id AS "casinoId", c.company_id AS "companyId" FROM casinos c`;
	const [known] = await sql<Workspace>(
		`${select} JOIN subscriptions s ON s.casino_id = c.id WHERE s.stripe_subscription_id = $1`,
		[fact.subscriptionId],
	);
	if (known) return known;
	const chosen = row.resolvedBy ? row.casinoId : null;
	if (chosen) {
		const [casino] = await sql<Workspace>(`${select} WHERE c.id = $1::uuid`, [chosen]);
		if (casino) return casino;
	}
	if (refs.keyturnOnboarding && isRecordId(refs.keyturnOnboarding)) {
		const [named] = await sql<Workspace>(`${select} JOIN onboardings o ON o.casino_id = c.id WHERE o.id = $1::uuid`, [
			refs.keyturnOnboarding,
		]);
		if (named) return named;
	}
	const companies = await sql("SELECT id FROM companies WHERE stripe_i_d = $1 LIMIT 2", [fact.customerId]);
	if (companies.length === 0)
		return { holdReason: "unknown_customer", why: "No company is linked to the subscription's customer." };
	if (companies.length > 1)
		return { holdReason: "duplicate_customer", why: "Several companies are linked to the subscription's customer." };
	const casinos = await sql<Workspace>(
		`${select} JOIN companies p ON p.id = c.company_id WHERE p.stripe_i_d = $1 LIMIT 2`,
		[fact.customerId],
	);
	const [only] = casinos;
	if (only && casinos.length === 1) return only;
	return {
		holdReason: "no_workspace",
		why: only ? "The customer has several casinos." : "The customer has no casino yet.",
	};
}

/** Brings a subscription's record to what all its events say together (002 lane 1: status, plan, customer, subscription). */
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

async function writeSubscription(req: PayloadRequest, sql: Sql, workspace: Workspace, state: State): Promise<void> {
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
	if (existing)
		await req.payload.update({ collection: slug.subscriptions, id: existing.id, data, depth: 0, ...system });
	else await req.payload.create({ collection: slug.subscriptions, data, depth: 0, ...system });
}
