import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { CasinoStanding } from "@/domain/casinoStanding";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

export type Standing = CasinoStanding;

/** The graver outweighs the lighter, whichever was told first. */
const gravity: Readonly<Record<Standing, number>> = {
	good: 0,
	failing: 1,
	voided: 2,
	refunded: 3,
	lost: 4,
	disputed: 5,
};

type Of = { req: PayloadRequest; casinoId: string };

async function lockStanding({ req, casinoId }: Of): Promise<Standing | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ standing: Standing | null }>(
		"SELECT payment_standing AS standing FROM casinos WHERE id = $1::uuid FOR NO KEY UPDATE",
		[casinoId],
	);
	return row ? (row.standing ?? "good") : null;
}

async function write({ req, casinoId }: Of, paymentStanding: Standing): Promise<void> {
	await req.payload.update({
		collection: slug.casinos,
		id: casinoId,
		data: { paymentStanding },
		depth: 0,
		...asSystem(req, "what became of a payment"),
	});
}

/** Marks how a casino stands with its payments, when that is graver than what it is marked with. Nothing else changes. */
export async function markStanding(input: Of & { to: Standing }): Promise<void> {
	const standing = await lockStanding(input);
	if (standing !== null && gravity[input.to] > gravity[standing]) await write(input, input.to);
}

/** A payment that failed and then came leaves no mark, unless another invoice of the casino still waits for its money so. */
export async function clearFailing(input: Of): Promise<void> {
	if ((await lockStanding(input)) !== "failing") return;
	const sql = await sqlOf(input.req);
	const failing = await sql(
		`SELECT 1 FROM invoices WHERE casino_id = $1::uuid AND payment_failed_at IS NOT NULL
			AND status IN ('draft', 'open', 'uncollectible') LIMIT 1`,
		[input.casinoId],
	);
	if (failing.length === 0) await write(input, "good");
}
