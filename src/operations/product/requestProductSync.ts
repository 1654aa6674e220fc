import type { PayloadRequest } from "payload";
import { isSystem } from "@/access/authority";
import { enqueue } from "@/queue/enqueue";
import { endJob } from "@/queue/jobStarts";
import { sqlOf } from "@/queue/sqlOf";

type Of = { req: PayloadRequest; casinoId: string };

/** Casinos that have a tenant in the product. One that is being provisioned gets what is there when it goes live. */
export const inProductSql = "c.status IN ('live', 'suspended')";

/**
 * Has a casino's configuration, people and freezes brought to the product after the commit of the caller's transaction, which has
 * changed one of them. What a provisioning run writes it brings there itself.
 */
export async function requestProductSync({ req, casinoId }: Of): Promise<void> {
	const sql = await sqlOf(req);
	const [asked] = await sql<{ isDue: boolean }>(
		`INSERT INTO product_syncs AS s (casino_id, revision, next_try_at)
		 SELECT c.id, 1, now() FROM casinos c WHERE c.id = $1::uuid AND NOT ($2 AND c.status = 'provisioning')
		 ON CONFLICT (casino_id) DO UPDATE SET revision = s.revision + 1, attempts = 0, next_try_at = now()
		 RETURNING EXISTS (SELECT 1 FROM casinos c WHERE c.id = $1::uuid AND ${inProductSql}) AS "isDue"`,
		[casinoId, isSystem(req)],
	);
	if (asked?.isDue) await wake({ req, casinoId });
}

/** The same for a casino that has just gone live, where there is more than its bootstrap brought. */
export async function requestFirstSync({ req, casinoId }: Of): Promise<void> {
	const sql = await sqlOf(req);
	const [more] = await sql(
		`SELECT 1 WHERE EXISTS (SELECT 1 FROM product_syncs WHERE casino_id = $1::uuid)
			OR EXISTS (SELECT 1 FROM floor_areas WHERE casino_id = $1::uuid)
			OR (SELECT count(*) FROM staff WHERE casino_id = $1::uuid) > 1
			OR EXISTS (SELECT 1 FROM onboardings WHERE casino_id = $1::uuid AND freeze_until > now())`,
		[casinoId],
	);
	if (more) await requestProductSync({ req, casinoId });
}

async function wake({ req, casinoId }: Of): Promise<void> {
	const sql = await sqlOf(req);
	await endJob({ sql, queue: "syncProduct", key: casinoId });
	await enqueue({ sql, queue: "syncProduct", data: { casinoId } });
}
