import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { Casino } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Standing = NonNullable<Casino["paymentStanding"]>;

/**
 * Marks how a casino stands with its payments, from certain marks only: a dispute outweighs a refund, whichever was
 * told first. Nothing else about the casino changes.
 */
export async function markStanding(input: { req: PayloadRequest; casinoId: string; from: readonly Standing[]; to: Standing }): Promise<void> {
	const { req, casinoId, from, to } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{ standing: Standing }>(
		`SELECT payment_standing AS standing FROM casinos WHERE id = $1::uuid FOR UPDATE`,
		[casinoId],
	);
	if (!row || row.standing === to || !from.includes(row.standing)) return;
	await req.payload.update({
		collection: slug.casinos,
		id: casinoId,
		data: { paymentStanding: to },
		depth: 0,
		...asSystem(req, "what became of a payment"),
	});
}
