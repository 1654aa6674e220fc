import type { Payload, PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { sqlOf } from "@/queue/sqlOf";
import { globalSlug, slug } from "@/slugs";
import { shippedPlans } from "./shippedPlans";

/** Settings where nobody has saved any, and the shipped plans where there is none. */
export async function ensureDefaults(payload: Payload): Promise<void> {
	const req = await systemRequest(payload, "new installation");
	await inTransaction(req, () => writeDefaults(payload, req));
}

async function writeDefaults(payload: Payload, req: PayloadRequest): Promise<void> {
	const system = asSystem(req, "new installation");
	const sql = await sqlOf(req);
	// Two releases may be prepared at once: the second waits, and finds everything there.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('defaults', 3))");
	if ((await sql("SELECT 1 FROM settings LIMIT 1")).length === 0) {
		await payload.updateGlobal({
			slug: globalSlug.settings,
			data: { vendorName: "Keyturn" },
			depth: 0,
			...system,
		});
	}
	if ((await sql("SELECT 1 FROM plans LIMIT 1")).length > 0) return;
	for (const plan of shippedPlans) {
		await payload.create({ collection: slug.plans, data: { ...plan, isActive: true }, depth: 0, ...system });
	}
}
