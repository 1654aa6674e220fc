import type { PayloadRequest } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import type { ImportKind, PlannedRow } from "@/domain/floor/floorImport";
import { Conflict } from "@/errors";
import { type Sql, sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Writer = { collection: string; insert: string; update: string; key: string };

const tableColumns = `AS n(id uuid, name text, "areaId" uuid, game text, "minBet" numeric, "maxBet" numeric, currency text, status text, "isInPilot" boolean)`;

/** For each kind, the statement that makes all new rows and the one that changes those that are there. `$2` are the values. */
const writers: Readonly<Record<ImportKind, Writer>> = {
	areas: {
		collection: slug.floorAreas,
		key: "name",
		insert: `INSERT INTO floor_areas (casino_id, name, kind, status)
			SELECT $1::uuid, n.name, n.kind::enum_floor_areas_kind, n.status::enum_floor_areas_status
			FROM jsonb_to_recordset($2::jsonb) AS n(name text, kind text, status text)
			ON CONFLICT DO NOTHING RETURNING id, name AS key`,
		update: `UPDATE floor_areas t SET name = n.name, kind = n.kind::enum_floor_areas_kind,
				status = n.status::enum_floor_areas_status, updated_at = now()
			FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, name text, kind text, status text)
			WHERE t.id = n.id AND t.casino_id = $1::uuid RETURNING t.id, t.name AS key`,
	},
	tables: {
		collection: slug.gamingTables,
		key: "name",
		insert: `INSERT INTO gaming_tables (casino_id, name, area_id, game, min_bet, max_bet, currency, status, is_in_pilot)
			SELECT $1::uuid, n.name, n."areaId", n.game::enum_gaming_tables_game, n."minBet", n."maxBet", n.currency,
				n.status::enum_gaming_tables_status, n."isInPilot"
			FROM jsonb_to_recordset($2::jsonb) ${tableColumns}
			ON CONFLICT DO NOTHING RETURNING id, name AS key`,
		update: `UPDATE gaming_tables t SET name = n.name, area_id = n."areaId", game = n.game::enum_gaming_tables_game,
				min_bet = n."minBet", max_bet = n."maxBet", currency = n.currency,
				status = n.status::enum_gaming_tables_status, is_in_pilot = n."isInPilot", updated_at = now()
			FROM jsonb_to_recordset($2::jsonb) ${tableColumns}
			WHERE t.id = n.id AND t.casino_id = $1::uuid RETURNING t.id, t.name AS key`,
	},
	roster: {
		collection: slug.staff,
		key: "email",
		insert: `INSERT INTO staff (casino_id, name, email, role, status)
			SELECT $1::uuid, n.name, n.email, n.role::enum_staff_role, 'invited'
			FROM jsonb_to_recordset($2::jsonb) AS n(name text, email text, role text)
			ON CONFLICT DO NOTHING RETURNING id, email AS key`,
		update: `UPDATE staff t SET name = n.name, role = n.role::enum_staff_role, updated_at = now()
			FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, name text, role text)
			WHERE t.id = n.id AND t.casino_id = $1::uuid RETURNING t.id, t.email AS key`,
	},
};

type Row = PlannedRow<object>;

/**
 * Writes an import's rows, in the caller's transaction: one statement for the new ones, one for the changed ones, one for the
 * record of both. Past the collections' hooks: the caller has checked what they check, and reviews the plans.
 *
 * @throws Conflict when a row came or went since it was compared
 */
export async function writeFloor(input: {
	req: PayloadRequest;
	casinoId: string;
	kind: ImportKind;
	rows: readonly Row[];
}): Promise<void> {
	const { req, casinoId, kind, rows } = input;
	const writer = writers[kind];
	const sql = await sqlOf(req);
	const created = rows.filter(({ act }) => act === "create");
	const changed = rows.filter(({ act }) => act === "change");
	const ids = await write(sql, writer.insert, casinoId, created);
	await write(sql, writer.update, casinoId, changed);
	const shared = { actor: auditActorOf(req), collection: writer.collection, casino: casinoId, reason: "imported" };
	const whole = (values: object) => ({ ...values, casino: casinoId });
	await appendAudit({
		sql,
		entries: [
			...created.map(({ after }) => ({
				...shared,
				action: "create",
				document: ids.get(keyOf(after, writer)) ?? null,
				before: null,
				after: whole(after),
			})),
			...changed.map(({ id, before, after }) => ({
				...shared,
				action: "update",
				document: id,
				before: whole(before ?? {}),
				after: whole(after),
			})),
		],
	});
}

async function write(sql: Sql, statement: string, casinoId: string, rows: readonly Row[]) {
	if (rows.length === 0) return new Map<string, string>();
	const values = JSON.stringify(rows.map(({ id, after }) => ({ ...after, id })));
	const written = await sql<{ id: string; key: string }>(statement, [casinoId, values]);
	if (written.length !== rows.length) {
		throw new Conflict("Somebody changed the floor in the same moment. Look at the preview again.", "floor_changed");
	}
	return new Map(written.map(({ id, key }) => [key, id]));
}

const keyOf = (after: object, { key }: Writer) => String((after as Record<string, unknown>)[key]);
