import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Draws who imports whom, room by room, from the code itself, into docs/import-graph.md. */
const root = join(import.meta.dirname, "..");

type Dependency = { resolved: string; dependencyTypes: string[] };
type Cruise = { modules: { source: string; dependencies: Dependency[] }[] };

/** Everybody above may use these; their arrows would hide the others. */
const leaves = new Set(["errors", "slugs.ts", "payload-types.ts"]);

function cruise(): Cruise {
	const output = execFileSync(
		process.execPath,
		[
			join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
			...["src", "payload.config.ts", "--config", ".dependency-cruiser.cjs"],
			...["--include-only", "^(src/|payload[.]config[.]ts$)", "--output-type", "json"],
		],
		{ cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
	);
	return JSON.parse(output) as Cruise;
}

function roomOf(path: string): string {
	const [first = path, room] = path.split("/");
	return first === "src" && room ? room : first;
}

/** Each pair of rooms, and whether anything but types passes between them. */
function edgesOf({ modules }: Cruise): Map<string, boolean> {
	const edges = new Map<string, boolean>();
	for (const { source, dependencies } of modules) {
		for (const { resolved, dependencyTypes } of dependencies) {
			const [from, to] = [roomOf(source), roomOf(resolved)];
			if (from === to || leaves.has(to) || leaves.has(from)) continue;
			const edge = `${from} ${to}`;
			edges.set(edge, (edges.get(edge) ?? false) || !dependencyTypes.includes("type-only"));
		}
	}
	return edges;
}

function draw(edges: Map<string, boolean>): string {
	const pairs = [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([edge, hasCode]) => ({ edge, hasCode }));
	const rooms = [...new Set(pairs.flatMap(({ edge }) => edge.split(" ")))].sort();
	const idOf = (room: string) => room.replaceAll(/\W/g, "_");
	return [
		"```mermaid",
		"flowchart TB",
		...rooms.map((room) => `\t${idOf(room)}["${room}"]`),
		...pairs.map(
			({ edge, hasCode }) =>
				`\t${edge
					.split(" ")
					.map(idOf)
					.join(hasCode ? " --> " : " -.-> ")}`,
		),
		"```",
	].join("\n");
}

const introduction = `# Import graph

Drawn from the code by \`scripts/drawImports.ts\`; do not edit. A dotted arrow passes types only. Left out: \`errors\`, \`slugs\` and the
generated types, which everybody may use. What is allowed stands in \`.dependency-cruiser.cjs\`, and why in
[decision 0010](decisions/0010-import-rules.md).`;

writeFileSync(join(root, "docs/import-graph.md"), `${introduction}\n\n${draw(edgesOf(cruise()))}\n`);
