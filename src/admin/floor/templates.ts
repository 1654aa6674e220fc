import { type ImportKind, importColumns } from "@/domain/floor/floorImport";

const examples: Readonly<Record<ImportKind, readonly string[]>> = {
	areas: ["Main pit,pit,active", "Poker room,poker_room,active"],
	tables: ["BJ-1,Main pit,blackjack,25.00,500.00,usd,open,yes", "RL-1,Main pit,roulette,10.00,1000.00,usd,closed,no"],
	roster: ["pit.boss@example.com,Pat Boss,pit_boss", "cashier@example.com,Casey Cash,cashier"],
};

/** A small file of a kind that shows its columns, as it is typed. */
export function exampleOf(kind: ImportKind): string {
	return [importColumns[kind].all.join(","), ...examples[kind]].join("\n");
}

/** The same as an address that a browser saves. */
export function templateHref(kind: ImportKind): string {
	return `data:text/csv;charset=utf-8,${encodeURIComponent(`${exampleOf(kind)}\n`)}`;
}

export const kindLabels: Readonly<Record<ImportKind, string>> = {
	areas: "Areas",
	tables: "Tables",
	roster: "Roster",
};
