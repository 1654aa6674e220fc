import { InvalidInput } from "@/errors";
import { nameKey } from "../csv/readSheet";
import { games } from "../games";
import { isCurrency, moneyInFigures, parseMoney } from "../money";
import { type Floor, type importColumns, type TableValues, tableStatuses } from "./floorImport";
import type { RowReader } from "./planRows";

type Row = RowReader<(typeof importColumns.tables.all)[number]>;

const yes = ["yes", "true", "1", "x"] as const;
const no = ["no", "false", "0"] as const;

/** A table's values, but for its name, from a line of the file and what the table was. */
export function readTable(row: Row, was: TableValues | null, areas: Floor["areas"]): Omit<TableValues, "name"> {
	const currency = readCurrency(row, was);
	const wasIn = was && { currency: was.currency, min_bet: was.minBet, max_bet: was.maxBet };
	const minBet = readBet(row, "min_bet", currency, wasIn);
	const maxBet = readBet(row, "max_bet", currency, wasIn);
	if (minBet !== null && maxBet !== null && maxBet < minBet) {
		row.refuse("max_bet", `The highest bet is below the lowest, ${moneyInFigures(minBet, currency)}.`);
	}
	return {
		...readArea(row, was, areas),
		game: row.choose("game", games, was?.game ?? null),
		minBet,
		maxBet,
		currency,
		status: row.choose("status", tableStatuses, was?.status ?? "closed"),
		isInPilot: readYesNo(row, was?.isInPilot ?? false),
	};
}

function readArea(row: Row, was: TableValues | null, areas: Floor["areas"]): Pick<TableValues, "area" | "areaId"> {
	const name = row.cell("area");
	if (name === null) return { area: was?.area ?? null, areaId: was?.areaId ?? null };
	const area = areas.find((one) => one.name === name) ?? areas.find((one) => nameKey(one.name) === nameKey(name));
	if (!area) row.refuse("area", `There is no area “${name}” here. Import or add it first.`);
	return { area: area?.name ?? null, areaId: area?.id ?? null };
}

function readCurrency(row: Row, was: TableValues | null): string {
	const given = row.cell("currency")?.toLowerCase();
	const currency = given ?? was?.currency ?? "usd";
	if (isCurrency(currency)) return currency;
	row.refuse("currency", `“${currency}” is not a currency code such as usd.`);
	return "usd";
}

type Bet = "min_bet" | "max_bet";

/** A bet that is there does not follow the currency: 25 dollars are not 25 yen. */
function readBet(
	row: Row,
	column: Bet,
	currency: string,
	was: ({ currency: string } & Record<Bet, number | null>) | null,
): number | null {
	const given = row.cell(column);
	const before = was?.[column] ?? null;
	if (given === null) {
		const isOther = before !== null && was?.currency !== currency;
		if (isOther) row.refuse(column, `Give it in ${currency.toUpperCase()} too: the currency of this table changes.`);
		return before;
	}
	try {
		return parseMoney(given, currency);
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		row.refuse(column, `“${given}” is not an amount in ${currency.toUpperCase()}. Write it like 25 or 25.50.`);
		return before;
	}
}

function readYesNo(row: Row, was: boolean): boolean {
	const word = row.choose("in_pilot", [...yes, ...no], null);
	return word === null ? was : yes.some((each) => each === word);
}
