import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { criterionNames } from "@/domain/playbook/criteria";
import { automationsNeeded } from "@/domain/playbook/faults/automationsNeeded";
import { queues } from "@/queue/queues";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

const papers = ["*.md", "docs/**/*.md", "src/**/*.md"].flatMap((pattern) => globSync(pattern, { cwd: root }));
const settings = [...read("src/env.ts").matchAll(/^\t([A-Z][A-Z_]+):/gm)].map(([, name]) => name);

test("the README tells every setting, and no other", () => {
	const rows = read("README.md").match(/^\| `[A-Z].*$/gm) ?? [];
	const told = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
	expect(settings.length).toBeGreaterThan(10);
	expect(told.toSorted()).toEqual(settings.toSorted());
});

test("the example file names only settings there are", () => {
	const named = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
	expect(named).not.toHaveLength(0);
	expect(named.filter((name) => !settings.includes(name))).toEqual([]);
});

test("every npm command that is told is there", () => {
	const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
	const told = papers.flatMap((path) => [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name));
	expect(told).not.toHaveLength(0);
	expect(told.filter((name) => !(name in scripts))).toEqual([]);
});

test("every link of the papers leads somewhere", () => {
	const broken = papers.flatMap((path) =>
		linksOf(read(path))
			.filter((link) => !leadsSomewhere(path, link))
			.map((link) => `${path}: ${link}`),
	);
	expect(broken).toEqual([]);
});

test("every file that the papers name is there", () => {
	const named = papers.flatMap((path) =>
		[...read(path).matchAll(/`((?:src|scripts|tests|docs)\/[\w./()-]+)`/g)].map(([, file = ""]) => file),
	);
	expect(named).not.toHaveLength(0);
	expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

function linksOf(text: string): string[] {
	return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^https?:/.test(link));
}

function leadsSomewhere(from: string, link: string): boolean {
	const [path = "", anchor] = link.split("#");
	const target = path === "" ? from : join(dirname(from), path);
	if (!existsSync(join(root, target))) return false;
	return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** As a repository's page makes them of its headings. */
function anchorsOf(text: string): string[] {
	return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, "")
			.replaceAll(" ", "-"),
	);
}

test("the page on playbooks names every criterion, and what each needs", () => {
	const page = read("docs/playbooks.md");
	expect(criterionNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
	const rows = [...page.matchAll(/^\| `(\w+)` +\| (`.*) \|$/gm)];
	const told = new Map(
		rows.map(([, name = "", needs = ""]) => [name, [...needs.matchAll(/`(\w+)`/g)].map(([, each]) => each)]),
	);
	const own = Object.entries(automationsNeeded).filter(([name]) => !/^(check_ins_done|day_\d_called)$/.test(name));
	expect(Object.fromEntries(own.map(([name]) => [name, told.get(name)]))).toEqual(Object.fromEntries(own));
});

test("the page on the architecture tells every queue", () => {
	const page = read("ARCHITECTURE.md");
	const rows = [...page.matchAll(/^\| `(\w+)` +\| .* \| .* \|$/gm)].map(([, name = ""]) => name);
	const names = Object.values(queues).map(({ name }) => name);
	expect(names.filter((name) => !rows.includes(name))).toEqual([]);
});
