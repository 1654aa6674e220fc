import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { customerRoles, isVendorRole, type Role, vendorRoles } from "@/access/roles";
import { automationNames } from "@/domain/playbook/automations";
import { itemsOf, type PlaybookContent } from "@/domain/playbook/content";
import { criterionNames } from "@/domain/playbook/criteria";
import { findPlaybookFaults } from "@/domain/playbook/findPlaybookFaults";
import { shippedPlaybooks } from "@/playbooks/shippedPlaybooks";

const isRole = (name: string): name is Role => [...vendorRoles, ...customerRoles].some((role) => role === name);
const itemsIn = (playbook: PlaybookContent) => itemsOf(playbook).map(({ item }) => item);
const positions = (playbook: PlaybookContent) => new Map(itemsIn(playbook).map(({ key }, position) => [key, position]));

it("ships five, the casino floor first", () => {
	expect(shippedPlaybooks.map(({ key }) => key)).toEqual([
		"casino_floor",
		"sms_lead_service",
		"paid_workspace",
		"support_contract",
		"enterprise_tenant",
	]);
});

describe.each(shippedPlaybooks.map((playbook) => [playbook.name, playbook] as const))("%s", (_, playbook) => {
	it("can be published: nothing in it is at fault", () => {
		const roles = [...vendorRoles, ...customerRoles];
		expect(findPlaybookFaults(playbook, { roles, automations: automationNames, criteria: criterionNames })).toEqual([]);
	});

	it("has keys that are unique and well formed", () => {
		const keys = [...itemsIn(playbook), ...playbook.phases].map(({ key }) => key);
		expect(keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key) || key.length > 60)).toEqual([]);
		const items = itemsIn(playbook).map(({ key }) => key);
		expect(items.filter((key, position) => items.indexOf(key) !== position)).toEqual([]);
	});

	it("fits the form it is edited in", () => {
		expect(
			itemsIn(playbook).filter(({ title, guidance }) => title.length > 240 || (guidance?.length ?? 0) > 4000),
		).toEqual([]);
		expect(playbook.phases.filter(({ name, goal }) => name.length > 120 || goal.length > 1000)).toEqual([]);
	});

	it("names known roles, and gives an item to those whose role does it", () => {
		for (const { key, owner, raci } of itemsIn(playbook)) {
			const named = [raci.responsible, raci.accountable ?? [], raci.consulted, raci.informed].flat();
			expect(
				named.filter((role) => !isRole(role)),
				key,
			).toEqual([]);
			const doer = raci.responsible;
			expect(isRole(doer) && isVendorRole(doer) ? "vendor" : "customer", key).toBe(owner);
		}
	});

	it("lets the customer see what the customer is asked to do", () => {
		expect(
			itemsIn(playbook).filter(({ owner, isVisibleToCustomer }) => owner === "customer" && !isVisibleToCustomer),
		).toEqual([]);
	});

	it("runs known automations, each once and in the order of the run", () => {
		const run = itemsIn(playbook).flatMap(({ automation }) => automation ?? []);
		expect(run).toEqual(automationNames.filter((name) => run.includes(name)));
		expect(run.at(0)).toBe("confirm_tenant");
		expect(run.at(-1)).toBe("schedule_check_ins");
	});

	it("computes its criteria by known rules, and has the others proven", () => {
		for (const { key, kind, criterion, evidence } of itemsIn(playbook)) {
			if (criterion === null) expect(kind === "exit_criterion" && evidence === "none", key).toBe(false);
			else expect(criterionNames, key).toContain(criterion);
		}
	});

	it("waits for, counts from and depends on what comes earlier", () => {
		const position = positions(playbook);
		for (const { key, after, due, condition } of itemsIn(playbook)) {
			const named = [...after, due?.item ?? [], condition?.item ?? []].flat();
			const own = position.get(key) ?? -1;
			expect(
				named.filter((other) => (position.get(other) ?? Number.POSITIVE_INFINITY) >= own),
				key,
			).toEqual([]);
		}
	});

	it("asks for choices that the decision offers", () => {
		const items = new Map(itemsIn(playbook).map((item) => [item.key, item]));
		for (const { key, condition, kind, choices } of items.values()) {
			expect(kind === "decision" ? choices.length > 1 : choices.length === 0, key).toBe(true);
			if (condition?.on !== "decision") continue;
			const offered = items.get(condition.item ?? "")?.choices ?? [];
			expect(
				condition.isOneOf.filter((choice) => !offered.includes(choice)),
				key,
			).toEqual([]);
		}
	});

	it("hangs conditions on decisions that are always taken: one that is not needed would leave them open for good", () => {
		const items = new Map(itemsIn(playbook).map((item) => [item.key, item]));
		const deciding = [...items.values()].flatMap(({ condition }) => items.get(condition?.item ?? "") ?? []);
		expect(deciding.filter(({ condition }) => condition !== null)).toEqual([]);
	});

	it("goes live in a phase of its own, with something to reach in every phase", () => {
		expect(playbook.phases.map(({ key }) => key)).toContain(playbook.goLivePhase);
		expect(playbook.phases.filter(({ goal, items }) => goal === "" || items.length === 0)).toEqual([]);
	});
});

it("names panels of the portal as the portal heads them", () => {
	const readHeadings = (file: string) =>
		[...readFileSync(`src/app/(portal)/portal/${file}`, "utf8").matchAll(/<h2>([^<{]+)<\/h2>/g)].map(
			([, title]) => title,
		);
	const headings = [...readHeadings("Hours.tsx"), ...readHeadings("people/People.tsx")];
	const named = shippedPlaybooks
		.flatMap(({ words }) => words.firstSteps)
		.flatMap((step) => /\bunder ([A-Z][a-z ]+?)(?: whether|[.,])/.exec(step)?.[1] ?? []);
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter((name) => !headings.includes(name))).toEqual([]);
});
