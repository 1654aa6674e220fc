import type { Payload, PayloadRequest } from "payload";
import { Conflict, KeyturnError } from "@/errors";
import { causeInWords, isTransient } from "@/provisioning/engine/judgeFailure";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { requireFloorManager } from "../floor/requireFloorManager";
import { inTransaction, systemRequest } from "../inTransaction";
import { lockPlansOfCasino } from "../plan/lockPlansOfCasino";
import { reviewPlansOfCasino } from "../plan/reviewPlansOfCasino";
import { portsOf } from "../portsOf";
import { raiseRisk } from "../risks/raiseRisk";
import { type Configuration, readConfiguration } from "./readConfiguration";
import { type PeopleCompared, recordSync, riskKey } from "./recordSync";
import { inProductSql } from "./requestProductSync";

type Of = { req: PayloadRequest; casinoId: string };

export type SyncResult = Pick<Configuration, "left"> & {
	/** How many are in the product now. */
	areas: number;
	tables: number;
	/** Until when a freeze keeps settings, areas and tables in the product as they are; null when they are in step. */
	frozenUntil: string | null;
	people: PeopleCompared;
};

/** After so many failures in a row a person is called; it is tried on. */
const patience = 5;

/**
 * Brings the product in step with a casino's configuration, people and freezes, because somebody asks for it now. The product is
 * spoken to outside any transaction of ours; what it answered is written then. Safe to call again.
 *
 * @throws SignInRequired, Forbidden, NotFound (also where the product has no such tenant); Conflict; VendorFailed
 */
export async function syncProductNow({ req, casinoId }: Of): Promise<SyncResult> {
	await requireFloorManager({ req, casinoId, collection: slug.floorAreas });
	return bringToProduct({ req, casinoId });
}

/** The same, because something was changed or an earlier try failed. Nothing happens when nothing is due. */
export async function syncProduct({ payload, casinoId }: { payload: Payload; casinoId: string }): Promise<void> {
	const req = await systemRequest(payload, "brought to the product");
	const sql = await sqlOf({ payload });
	const [due] = await sql(
		`SELECT 1 FROM product_syncs s JOIN casinos c ON c.id = s.casino_id
		 WHERE s.casino_id = $1::uuid AND ${inProductSql} AND s.next_try_at <= now()`,
		[casinoId],
	);
	if (!due) return;
	try {
		await bringToProduct({ req, casinoId });
	} catch (error) {
		const cause = causeInWords(error);
		const unexpected = error instanceof KeyturnError ? {} : { err: error };
		payload.logger.warn({
			msg: `Casino ${casinoId} is not in step with the product yet`,
			reason: cause,
			...unexpected,
		});
		await recordFailure({ payload, casinoId, cause, mayPass: isTransient(error) });
	}
}

async function bringToProduct({ req, casinoId }: Of): Promise<SyncResult> {
	const { product } = portsOf(req);
	// What is overtaken is read again: once by somebody quicker, once more where the product is ahead of a restored database.
	for (let attempt = 1; attempt <= 3; attempt++) {
		const ours = await readConfiguration({ req, casinoId });
		const answer = await product.syncCasino(ours);
		if (answer.newestRevision <= ours.revision) {
			const people = await inTransaction(req, () => recordSync({ req, ours, answer }));
			const { areas, tables, frozenUntil } = answer;
			return { areas, tables, frozenUntil, left: ours.left, people };
		}
		const sql = await sqlOf(req);
		await sql("UPDATE product_syncs SET revision = $2 WHERE casino_id = $1::uuid AND revision < $2", [
			casinoId,
			answer.newestRevision,
		]);
	}
	throw new Conflict("The configuration is being changed just now. Try again in a moment.", "floor_changed");
}

/** Says why the product is not in step, when it is tried again, and, when that goes on or cannot pass, calls a person. */
export async function recordFailure(input: {
	payload: Payload;
	casinoId: string;
	cause: string;
	mayPass: boolean;
}): Promise<void> {
	const { payload, casinoId, cause, mayPass } = input;
	const req = await systemRequest(payload, "could not be brought to the product");
	await inTransaction(req, async () => {
		await lockPlansOfCasino({ req, casinoId });
		const sql = await sqlOf(req);
		const [failed] = await sql<{ name: string; attempts: number; nextTryAt: Date }>(
			`UPDATE product_syncs s SET attempts = s.attempts + 1, problem = $2,
				next_try_at = now() + least(5 * 2 ^ least(s.attempts, 10), 900) * interval '1 second'
			 FROM casinos c WHERE s.casino_id = $1::uuid AND c.id = s.casino_id
			 RETURNING c.name, s.attempts, s.next_try_at AS "nextTryAt"`,
			[casinoId, cause],
		);
		if (!failed) return;
		const startAfter = failed.nextTryAt.toISOString();
		await enqueue({ sql, queue: "syncProduct", data: { casinoId }, startAfter });
		if (!mayPass || failed.attempts >= patience) {
			await raiseRisk({
				req,
				key: riskKey(casinoId),
				kind: "other",
				severity: "medium",
				title: `${failed.name}: the product does not have the latest settings, floor and roster`,
				detail: `${cause} Keyturn tries again at least every 15 minutes; put it right in the product, or sync it from the customer's page.`,
				casinoId,
			});
		}
		await reviewPlansOfCasino({ req, casinoId });
	});
}
