import { readSheet } from "../csv/readSheet";
import { findEmailProblem } from "../isEmail";
import { normaliseEmail } from "../settlement/normaliseEmail";
import {
	type AreaValues,
	areaKinds,
	areaStatuses,
	type Floor,
	type ImportPlan,
	importColumns,
	type PersonValues,
	type TableValues,
} from "./floorImport";
import { planRows, type RowReader } from "./planRows";
import { readTable } from "./readTable";

/** Longest texts, as the collections hold them. */
const longest = { area: 120, table: 60, person: 200 } as const;

/** What a file of areas (`name, kind, status`) would do. */
export function planAreas({ csv, floor }: { csv: string; floor: Floor }): ImportPlan<AreaValues> {
	return planRows<keyof AreaValues, AreaValues>({
		sheet: readSheet(csv, importColumns.areas),
		key: "name",
		existing: floor.areas,
		keyOf: ({ name }) => name,
		read: (row, was) => ({
			name: readName(row, "name", longest.area),
			kind: row.choose("kind", areaKinds, was?.kind ?? "pit"),
			status: row.choose("status", areaStatuses, was?.status ?? "active"),
		}),
	});
}

/** What a file of tables would do: bets in major units as people write them, areas by their names. */
export function planTables({ csv, floor }: { csv: string; floor: Floor }): ImportPlan<TableValues> {
	return planRows({
		sheet: readSheet(csv, importColumns.tables),
		key: "name",
		existing: floor.tables,
		keyOf: ({ name }) => name,
		read: (row, was) => ({ ...readTable(row, was, floor.areas), name: readName(row, "name", longest.table) }),
	});
}

/**
 * What a file of people would do. Their role changes only while nothing else speaks for another: an invitation that waits
 * would bring the role it was sent for.
 */
export function planRoster(input: {
	csv: string;
	floor: Floor;
	roles: readonly string[];
	/** Why the sender may not give somebody a role, in words; null when they may. */
	findGrantProblem(person: { email: string; role: string }): string | null;
}): ImportPlan<PersonValues> {
	const { csv, floor, roles, findGrantProblem } = input;
	return planRows<"email" | "name" | "role", PersonValues>({
		sheet: readSheet(csv, importColumns.roster),
		key: "email",
		existing: floor.people.map(({ id, email, name, role }) => ({ id, email, name, role })),
		keyOf: ({ email }) => email,
		read: (row, was) => {
			const email = normaliseEmail(row.cell("email") ?? "");
			const fault = email ? findEmailProblem(email) : null;
			if (fault) row.refuse("email", `“${email}” cannot be used. ${fault}`);
			const name = readName(row, "name", longest.person);
			if (name === "") row.refuse("name", "It is empty.");
			if (!row.cell("role")) row.refuse("role", `It is empty. There are: ${roles.join(", ")}.`);
			const role = row.choose("role", roles, was?.role ?? "");
			const person = floor.people.find(({ id }) => id === was?.id);
			if (person?.invitedAs && person.invitedAs !== role) {
				row.refuse("role", `An invitation as ${person.invitedAs} is open. Withdraw it, or keep the role.`);
			}
			const problem =
				role === was?.role || !roles.includes(role) ? null : findGrantProblem({ email: was?.email ?? email, role });
			if (problem) row.refuse("role", problem);
			return { email: was?.email ?? email, name, role };
		},
	});
}

function readName<Column extends string>(row: RowReader<Column>, column: Column, most: number): string {
	const name = row.cell(column) ?? "";
	if (name.length > most) row.refuse(column, `It is longer than ${most} characters.`);
	return name;
}
