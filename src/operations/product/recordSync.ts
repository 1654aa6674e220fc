import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { hasRoleInProduct } from "@/domain/productRoles";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";
import type { ProductSync } from "@/provisioning/ports";
import { enqueue } from "@/queue/enqueue";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { lockPlansOfCasino } from "../plan/lockPlansOfCasino";
import { reviewPlansOfCasino } from "../plan/reviewPlansOfCasino";
import { resolveRisk } from "../risks/resolveRisk";
import type { Configuration } from "./readConfiguration";

export const riskKey = (casinoId: string) => `product-sync:${casinoId}`;

type Synced = { req: PayloadRequest; ours: Configuration; answer: ProductSync };

export type PeopleCompared = {
	matching: number;
	differing: { email: string; role: string; productRole: string | null }[];
};

/** Notes what came of a sync, in the caller's transaction: what is in the product, who is what there, and when to try again. */
export async function recordSync({ req, ours, answer }: Synced): Promise<PeopleCompared> {
	const { casinoId } = ours;
	await lockPlansOfCasino({ req, casinoId });
	await noteState({ req, ours, answer });
	if (!answer.frozenUntil) await stampSynced({ req, ours });
	const people = await noteRoles({ req, casinoId, roster: answer.roster });
	await resolveRisk({ req, key: riskKey(casinoId), resolution: "The product is in step again." });
	await reviewPlansOfCasino({ req, casinoId });
	return people;
}

async function noteState({ req, ours, answer }: Synced): Promise<void> {
	const { casinoId, revision } = ours;
	const { frozenUntil } = answer;
	const sql = await sqlOf(req);
	await sql(
		`INSERT INTO product_syncs AS s (casino_id, revision, synced_revision, synced_at, frozen_until, next_try_at)
		 VALUES ($1::uuid, $2, $2, now(), $3::timestamptz, $3::timestamptz)
		 ON CONFLICT (casino_id) DO UPDATE SET synced_revision = $2, synced_at = now(), attempts = 0, problem = NULL,
			frozen_until = $3::timestamptz, next_try_at = CASE WHEN s.revision > $2 THEN s.next_try_at ELSE $3::timestamptz END
		 WHERE s.synced_revision <= $2`,
		[casinoId, revision, frozenUntil],
	);
	if (frozenUntil) await enqueue({ sql, queue: "syncProduct", data: { casinoId }, startAfter: frozenUntil });
}

/** Marks what is in the product. What was changed after it was read is marked as of then, and shows as changed since. */
async function stampSynced({ req, ours }: Omit<Synced, "answer">): Promise<void> {
	const sql = await sqlOf(req);
	for (const table of ["areas", "tables"] as const) {
		await sql(
			`UPDATE ${table === "areas" ? "floor_areas" : "gaming_tables"} SET synced_at = $2::timestamptz
			 WHERE id = ANY($1::uuid[]) AND (synced_at IS NULL OR synced_at < updated_at)`,
			[ours[table].map(({ id }) => id), ours.readAt],
		);
	}
}

type Person = { id: string; email: string; role: string; status: string; productRole: string | null };
type Roster = { req: PayloadRequest; casinoId: string; roster: ProductSync["roster"] };

async function noteRoles({ req, casinoId, roster }: Roster): Promise<PeopleCompared> {
	const sql = await sqlOf(req);
	const working = roster.filter(({ status }) => status !== "disabled");
	const byId = new Map(working.map(({ id, role }) => [id, role]));
	// Whom the product does not know by our id: made there by hand, or never on our roster.
	const byEmail = new Map(working.flatMap(({ id, email, role }) => (id ? [] : [[normaliseEmail(email), role]])));
	const people = await sql<Person>(
		`SELECT id, email, role, status, product_role AS "productRole" FROM staff WHERE casino_id = $1::uuid
		 ORDER BY id FOR NO KEY UPDATE`,
		[casinoId],
	);
	const found = people.map((person) => ({
		...person,
		now: byId.get(person.id) ?? byEmail.get(normaliseEmail(person.email)) ?? null,
	}));
	const changed = found.filter(({ productRole, now }) => productRole !== now);
	if (changed.length > 0) await writeRoles({ req, casinoId, changed });
	const active = found.filter(({ status }) => status === "active");
	const differing = active.filter(({ role, now }) => !hasRoleInProduct({ role, productRole: now }));
	return {
		matching: active.length - differing.length,
		differing: differing.map(({ email, role, now }) => ({ email, role, productRole: now })),
	};
}

async function writeRoles(input: {
	req: PayloadRequest;
	casinoId: string;
	changed: (Person & { now: string | null })[];
}): Promise<void> {
	const { req, casinoId, changed } = input;
	const sql = await sqlOf(req);
	await sql(
		`UPDATE staff s SET product_role = n.now, updated_at = now()
		 FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, now text) WHERE s.id = n.id`,
		[JSON.stringify(changed.map(({ id, now }) => ({ id, now })))],
	);
	await appendAudit({
		sql,
		entries: changed.map(({ id, productRole, now }) => ({
			actor: auditActorOf(req),
			action: "update",
			collection: slug.staff,
			document: id,
			casino: casinoId,
			before: { productRole },
			after: { productRole: now },
			reason: "compared with the product",
		})),
	});
}
