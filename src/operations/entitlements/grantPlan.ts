import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Of = { req: PayloadRequest; casinoId: string; contractId: string };

/** What the contract's plan grants, and which of it is an active entitlement. */
export async function readEntitlements({
	req,
	casinoId,
	contractId,
}: Of): Promise<{ granted: string[]; missing: string[] }> {
	const sql = await sqlOf(req);
	const rows = await sql<{ feature: string; isGranted: boolean }>(
		`SELECT g.feature, EXISTS (
				SELECT 1 FROM entitlements e
				WHERE e.casino_id = $1::uuid AND e.contract_id = k.id AND e.feature = g.feature AND e.status = 'active'
			) AS "isGranted"
		 FROM contracts k JOIN plans_grants g ON g._parent_id = k.plan_id
		 WHERE k.id = $2::uuid ORDER BY g._order`,
		[casinoId, contractId],
	);
	return {
		granted: rows.filter(({ isGranted }) => isGranted).map(({ feature }) => feature),
		missing: rows.filter(({ isGranted }) => !isGranted).map(({ feature }) => feature),
	};
}

/** Makes the plan's grants the casino's entitlements. A grant of seats without a limit of its own takes the order form's. */
export async function grantPlan(input: Of & { planId: string; seats: number | null }): Promise<{ features: string[] }> {
	const { req, casinoId, contractId, planId, seats } = input;
	const system = asSystem(req, "granted by the order form's plan");
	const plan = await req.payload.findByID({ collection: slug.plans, id: planId, depth: 0, ...system });
	const { docs } = await req.payload.find({
		collection: slug.entitlements,
		where: { casino: { equals: casinoId }, contract: { equals: contractId } },
		limit: 0,
		pagination: false,
		depth: 0,
		...system,
	});
	for (const { feature, limit } of plan.grants ?? []) {
		const data = {
			casino: casinoId,
			contract: contractId,
			plan: planId,
			feature,
			limit: limit ?? (feature === "seats" ? seats : null),
			status: "active" as const,
			endsAt: null,
		};
		const existing = docs.find((doc) => doc.feature === feature);
		if (existing?.status === "active") continue;
		if (existing)
			await req.payload.update({ collection: slug.entitlements, id: existing.id, data, depth: 0, ...system });
		else
			await req.payload.create({
				collection: slug.entitlements,
				data: { ...data, startsAt: new Date().toISOString() },
				depth: 0,
				...system,
			});
	}
	return { features: (plan.grants ?? []).map(({ feature }) => feature) };
}

/** Ends what the order form granted. */
export async function endEntitlements({
	req,
	casinoId,
	contractId,
	why = "provisioning was undone",
}: Of & { why?: string }): Promise<void> {
	await req.payload.update({
		collection: slug.entitlements,
		where: { casino: { equals: casinoId }, contract: { equals: contractId }, status: { equals: "active" } },
		data: { status: "ended", endsAt: new Date().toISOString() },
		depth: 0,
		...asSystem(req, why),
	});
}
