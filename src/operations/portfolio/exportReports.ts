import type { PayloadRequest } from "payload";
import { toCsvLine } from "@/audit/toCsvLine";
import type { ReportQuery } from "@/domain/portfolio/reportQuery";
import { type ReportLine, readReports } from "./readReports";

const days = (value: number | null) => (value === null ? null : value.toFixed(2));

const columns: readonly [string, (line: ReportLine) => string | null][] = [
	["playbook", ({ playbook }) => playbook],
	["month", ({ month }) => month ?? "all"],
	["went live", ({ launched }) => String(launched)],
	["days to live, median", ({ totalMedian }) => days(totalMedian)],
	["days to live, 90 of 100", ({ totalP90 }) => days(totalP90)],
	["our days, median", ({ oursMedian }) => days(oursMedian)],
	["our days, 90 of 100", ({ oursP90 }) => days(oursP90)],
	["days from gate to live, median", ({ fromGateMedian }) => days(fromGateMedian)],
	["our days, sum", ({ ours }) => days(ours)],
	["customer's days, sum", ({ customer }) => days(customer)],
	["third party's days, sum", ({ thirdParty }) => days(thirdParty)],
	["with a promised date", ({ promised }) => String(promised)],
	["on time", ({ onTime }) => String(onTime)],
];

/**
 * The report's lines, by playbook and month, as CSV.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function exportReports(input: { req: PayloadRequest; query: ReportQuery }): Promise<string> {
	const { all, months, playbooks } = await readReports(input);
	const total = all ? [{ playbook: "all", month: null, ...all }] : [];
	const ofMonths = months.flatMap(({ month, figures }) => (figures ? [{ playbook: "all", month, ...figures }] : []));
	const lines = [...total, ...ofMonths, ...playbooks].map((line) =>
		toCsvLine(columns.map(([, cellOf]) => cellOf(line))),
	);
	return toCsvLine(columns.map(([name]) => name)) + lines.join("");
}
