import { formatMoney } from "@/domain/money";
import type { ImportResult } from "@/operations/floor/importFloor";
import { Scroll } from "../parts/Scroll";
import { StatusBadge } from "../parts/StatusBadge";

/** A page that shows thousands of lines helps nobody: these, and how many there are more. */
const mostLines = 200;

type Values = ImportResult["rows"][number]["after"];
type Line = { line: number; badge: "bad" | "good" | "moving" | "waiting"; word: string; name: string; says: string };

const badges = {
	create: { badge: "good", word: "New" },
	change: { badge: "moving", word: "Changes" },
	keep: { badge: "waiting", word: "Same" },
} as const;

/** What a file would do, line by line, with what is wrong where it stands. */
export function ImportPreview({ result }: { result: ImportResult }) {
	const lines = linesOf(result);
	return (
		<div className="kt-preview">
			<p aria-live="polite">
				{result.problems.length > 0 ? (
					<StatusBadge status="problems" tone="bad" label={`${result.problems.length} to put right in the file`} />
				) : (
					<StatusBadge status="ready" tone="good" label="Nothing is wrong" />
				)}
				<span className="kt-muted">
					{result.create} new · {result.change} changed · {result.keep} the same
				</span>
			</p>
			<Scroll className="kt-preview__lines" label="Lines of the file">
				<table>
					<thead>
						<tr>
							<th scope="col">Line</th>
							<th scope="col">What happens</th>
							<th scope="col">Which</th>
							<th scope="col">Details</th>
						</tr>
					</thead>
					<tbody>
						{lines.slice(0, mostLines).map(({ line, badge, word, name, says }) => (
							<tr key={`${line}:${badge}:${name}:${says}`}>
								<td>{line}</td>
								<td>
									<StatusBadge status={word} tone={badge} label={word} />
								</td>
								<td>{name}</td>
								<td>{says}</td>
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
			{lines.length > mostLines ? <p className="kt-muted">And {lines.length - mostLines} more lines.</p> : null}
		</div>
	);
}

/** What is wrong comes first: it is what somebody must act on. */
function linesOf({ rows, problems }: ImportResult): Line[] {
	return [
		...problems.map(({ line, column, message }) => ({
			line,
			badge: "bad" as const,
			word: "Wrong",
			name: column ?? "the line",
			says: message,
		})),
		...rows.map(({ line, act, before, after }) => ({
			line,
			...badges[act],
			name: String(after.email ?? after.name),
			says: before ? changesOf(before, after) : valuesOf(after),
		})),
	];
}

const hidden = new Set(["areaId"]);

const namesOf = (values: Values) => Object.keys(values).filter((name) => !hidden.has(name));

function changesOf(before: Values, after: Values): string {
	return namesOf(after)
		.filter((name) => before[name] !== after[name])
		.map((name) => `${sayName(name)}: ${sayValue(before, name)} → ${sayValue(after, name)}`)
		.join(" · ");
}

function valuesOf(after: Values): string {
	const given = namesOf(after).filter((name) => after[name] !== null && name !== (after.email ? "email" : "name"));
	return given.map((name) => `${sayName(name)}: ${sayValue(after, name)}`).join(" · ");
}

const sayName = (name: string) =>
	({ minBet: "lowest bet", maxBet: "highest bet", isInPilot: "in pilot" })[name] ?? name;

function sayValue(values: Values, name: string): string {
	const value = values[name];
	if (value === null || value === undefined) return "none";
	if (typeof value === "boolean") return value ? "yes" : "no";
	if (typeof value === "number") return formatMoney(value, String(values.currency));
	return name === "name" || name === "area" || name === "email" ? value : value.replaceAll("_", " ");
}
