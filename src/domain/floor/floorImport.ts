import type { SheetProblem } from "../csv/readSheet";
import type { Game } from "../games";

export const importKinds = ["areas", "tables", "roster"] as const;
export type ImportKind = (typeof importKinds)[number];

/** The columns of each kind of file; the first one tells which row is meant, and only the required must be there. */
export const importColumns = {
	areas: { all: ["name", "kind", "status"], required: ["name"] },
	tables: {
		all: ["name", "area", "game", "min_bet", "max_bet", "currency", "status", "in_pilot"],
		required: ["name"],
	},
	roster: { all: ["email", "name", "role"], required: ["email", "name", "role"] },
} as const;

export const areaKinds = ["pit", "poker_room", "high_limit", "other"] as const;
export const areaStatuses = ["active", "closed"] as const;
export const tableStatuses = ["open", "closed", "out_of_service"] as const;

export type AreaValues = {
	name: string;
	kind: (typeof areaKinds)[number];
	status: (typeof areaStatuses)[number];
};
/** Bets are integer minor units of the currency. */
export type TableValues = {
	name: string;
	/** The area's name, and its id. */
	area: string | null;
	areaId: string | null;
	game: Game | null;
	minBet: number | null;
	maxBet: number | null;
	currency: string;
	status: (typeof tableStatuses)[number];
	isInPilot: boolean;
};
export type PersonValues = { email: string; name: string; role: string };

/** What a casino has already. */
export type Floor = {
	areas: (AreaValues & { id: string })[];
	tables: (TableValues & { id: string })[];
	people: (PersonValues & { id: string; status: string; invitedAs: string | null })[];
};

/** What would become of one line of the file. */
export type PlannedRow<Values> = {
	line: number;
	act: "create" | "change" | "keep";
	/** The record that is there; null where one is created. */
	id: string | null;
	before: Values | null;
	after: Values;
};

export type ImportPlan<Values> = { rows: PlannedRow<Values>[]; problems: SheetProblem[] };
