import type { PayloadRequest } from "payload";
import { actorOf } from "@/access/actorOf";
import { findGrantProblem as findProblem } from "@/access/grants";
import { type CustomerRole, customerRoles } from "@/access/roles";
import type { SheetProblem } from "@/domain/csv/readSheet";
import type { ImportKind, ImportPlan } from "@/domain/floor/floorImport";
import { planAreas, planRoster, planTables } from "@/domain/floor/planFloorImport";
import { InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { lockPlansOfCasino } from "../plan/lockPlansOfCasino";
import { reviewLater } from "../plan/reviewLater";
import { reviewPlansOfCasino } from "../plan/reviewPlansOfCasino";
import { requestProductSync } from "../product/requestProductSync";
import { assertNotFrozen } from "../tenancy/assertNotFrozen";
import { inviteRoster } from "./inviteRoster";
import { readFloor } from "./readFloor";
import { requireFloorManager } from "./requireFloorManager";
import { writeFloor } from "./writeFloor";

export type ImportInput = {
	req: PayloadRequest;
	casinoId: string;
	kind: ImportKind;
	csv: string;
	/** False: only what would happen is told. */
	apply: boolean;
	/** Of a roster: mails an invitation to everybody on it who has none and has not come yet. */
	invite: boolean;
};

export type ImportResult = ImportPlan<Record<string, string | number | boolean | null>> & {
	kind: ImportKind;
	isApplied: boolean;
	create: number;
	change: number;
	keep: number;
	/** Invitations mailed. */
	invited: number;
};

const collections = { areas: slug.floorAreas, tables: slug.gamingTables, roster: slug.staff } as const;

/**
 * Takes a file of areas, tables or people in: tells line by line what it would do or, to be applied, does all of it or nothing
 * in one transaction. The same file a second time changes nothing.
 *
 * @throws SignInRequired, Forbidden, NotFound; Conflict while a freeze holds or when somebody else changed the floor meanwhile;
 * InvalidInput on a file with problems that is to be applied
 */
export async function importFloor(input: ImportInput): Promise<ImportResult> {
	const { req, casinoId, kind, apply } = input;
	await requireFloorManager({ req, casinoId, collection: collections[kind] });
	return apply ? inTransaction(req, () => applyFile(input)) : resultOf(input, await plan(input));
}

async function plan({ req, casinoId, kind, csv }: ImportInput): Promise<ImportPlan<object>> {
	const floor = await readFloor({ req, casinoId });
	if (kind === "roster") {
		const { user } = req;
		const own = user?.collection === slug.users ? user.email : "";
		const findGrantProblem = ({ email, role }: { email: string; role: string }) =>
			findProblem({ actor: actorOf(req), own, to: email, role: role as CustomerRole, casino: casinoId });
		return planRoster({ csv, floor, roles: customerRoles, findGrantProblem });
	}
	return kind === "areas" ? planAreas({ csv, floor }) : planTables({ csv, floor });
}

async function applyFile(input: ImportInput): Promise<ImportResult> {
	const { req, casinoId, kind } = input;
	// Two files at once, the second of which is then compared with what the first has left.
	const sql = await sqlOf(req);
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('floor:' || $1, 0))", [casinoId]);
	await lockPlansOfCasino({ req, casinoId });
	reviewLater(req);
	// And nobody edits a row between its comparison and its change.
	const table = collections[kind].replaceAll("-", "_");
	await sql(`SELECT id FROM ${table} WHERE casino_id = $1::uuid ORDER BY id FOR NO KEY UPDATE`, [casinoId]);
	// A roster is no setting: people come and go in a go-live too.
	if (kind !== "roster") await assertNotFrozen({ req, casinoId });
	const planned = await plan(input);
	if (planned.problems.length > 0) throw new InvalidInput(planned.problems.map(inWords));
	await writeFloor({ req, casinoId, kind, rows: planned.rows });
	const invited = kind === "roster" && input.invite ? await inviteRoster({ req, casinoId, rows: planned.rows }) : 0;
	if (planned.rows.some(({ act }) => act !== "keep")) await requestProductSync({ req, casinoId });
	await reviewPlansOfCasino({ req, casinoId });
	return { ...resultOf(input, planned), isApplied: true, invited };
}

const inWords = ({ line, column, message }: SheetProblem) => ({
	path: column ? `line ${line}, ${column}` : `line ${line}`,
	message,
});

function resultOf({ kind }: ImportInput, { rows, problems }: ImportPlan<object>): ImportResult {
	const count = (act: string) => rows.filter((row) => row.act === act).length;
	return {
		kind,
		isApplied: false,
		rows: rows as ImportResult["rows"],
		problems,
		create: count("create"),
		change: count("change"),
		keep: count("keep"),
		invited: 0,
	};
}
