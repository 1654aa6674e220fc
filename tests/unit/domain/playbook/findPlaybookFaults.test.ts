import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { automationNames } from "@/domain/playbook/automations";
import type { PlaybookContent, PlaybookItem } from "@/domain/playbook/content";
import { criterionNames } from "@/domain/playbook/criteria";
import { findPlaybookFaults } from "@/domain/playbook/findPlaybookFaults";
import { defaultWords, type PlaybookWords } from "@/domain/playbook/words";
import { anItem, aPhase, aPlaybook, roles, somePlaybook } from "./examples";

const faultsOf = (content: PlaybookContent) =>
	findPlaybookFaults(content, { roles, automations: automationNames, criteria: criterionNames });
const pathsOf = (content: PlaybookContent) => faultsOf(content).map(({ path }) => path);

/** A playbook of one phase with these items. */
const withItems = (...items: PlaybookItem[]) => aPlaybook(aPhase("kickoff", ...items));
const automation = (key: string, name: string | null, change: Partial<PlaybookItem> = {}) =>
	anItem(key, { kind: "automation", automation: name, ...change });
const decision = anItem("pick_chat", { kind: "decision", choices: ["slack", "teams"] });
const on = (item: string | null, ...isOneOf: string[]): PlaybookItem["condition"] => ({
	on: "decision",
	item,
	isOneOf,
});
const dueAfter = (item: string | null): PlaybookItem["due"] => ({ from: "item", item, days: 1, unit: "working_days" });
const computed = (criterion: string, change: Partial<PlaybookItem> = {}) =>
	anItem("exit", { kind: "exit_criterion", criterion, ...change });

describe("a playbook that can reach its end", () => {
	it("has no faults", () => {
		const content = aPlaybook(
			aPhase(
				"kickoff",
				anItem("meet", { due: { from: "opened", item: null, days: 2, unit: "working_days" } }),
				decision,
			),
			aPhase(
				"tenant",
				automation("make", "bootstrap_product"),
				automation("check", "check_access", { after: ["make"] }),
				computed("access_verified", { after: ["check"] }),
			),
			aPhase(
				"live",
				anItem("connect", { condition: on("pick_chat", "slack"), due: dueAfter("meet") }),
				anItem("agree", { kind: "exit_criterion", evidence: "signature" }),
				anItem("eu_only", { condition: { on: "region", item: null, isOneOf: ["eu"] } }),
			),
		);
		expect(faultsOf(content)).toEqual([]);
	});

	it("has no faults, whatever it is made of", () => {
		fc.assert(
			fc.property(somePlaybook, (content) => {
				expect(faultsOf(content)).toEqual([]);
			}),
		);
	});
});

describe("a playbook's words", () => {
	const withWords = (change: Partial<PlaybookWords>) =>
		faultsOf({ ...withItems(anItem("meet")), words: { ...defaultWords, ...change } }).map(
			({ path, message }) => `${path}: ${message}`,
		);

	it.each<[path: string, words: Partial<PlaybookWords>, says: RegExp]>([
		["words.tenant", { tenant: "{workspace}" }, /without braces/],
		["words.tenants", { tenants: "casinos}" }, /without braces/],
		[
			"words.welcome",
			{ welcome: "Hello {nmae}, {workspace} is ready." },
			/unknown place “{nmae}”.*{name}, {workspace}/,
		],
		["words.firstSteps.1.text", { firstSteps: ["Sign in at {address}.", "Ask {person}."] }, /First step 2 has/],
		["words.checkIns.0.text", { checkIns: [{ day: 3, text: "How is {casino}?" }] }, /The check-in of day 3 has/],
		["words.checkIns.0.day", { checkIns: [{ day: -1, text: "" }] }, /“-1” is no day/],
		["words.checkIns.0.day", { checkIns: [{ day: 1.5, text: "" }] }, /“1.5” is no day/],
		["words.checkIns.1.day", { checkIns: [1, 1].map((day) => ({ day, text: "" })) }, /Day 1 has two check-ins/],
		["words.announcement.subject", { announcement: { subject: "{x}", text: "" } }, /The announcement's subject has/],
		["words.announcement.text", { announcement: { subject: "", text: "{Name}" } }, /unknown place “{Name}”/],
	])("have a fault at %s", (path, words, says) => {
		const faults = withWords(words);
		expect(faults).toEqual([expect.stringMatching(says)]);
		expect(faults[0]?.startsWith(`${path}: `)).toBe(true);
	});

	it("have none where each place is one that is filled in", () => {
		expect(
			withWords({ welcome: "{name}, {workspace}, {address}", checkIns: [0, 1].map((day) => ({ day, text: "" })) }),
		).toEqual([]);
	});
});

it("a fault names the place in words and as the form names its fields", () => {
	const content = aPlaybook(
		aPhase("kickoff", anItem("meet")),
		aPhase("floor", anItem("walk"), anItem("count", { after: ["wlak"] })),
	);
	expect(faultsOf(content)).toEqual([
		{
			path: "phases.1.items.1.after",
			message:
				"Item “Title of count” in phase “Name of floor” comes after “wlak”, which is no item's key; name one that is.",
		},
	]);
});

describe("the contracts that are needed", () => {
	const needing = (...contracts: NonNullable<PlaybookContent["contracts"]>) => ({ ...withItems(decision), contracts });
	const always = { type: "order_form", condition: null } as const;
	it.each<[string, PlaybookContent, string[]]>([
		[
			"none but where somebody decides so",
			needing({ type: "dpa", condition: on("pick_chat", "slack") }),
			["contracts"],
		],
		["one twice", needing(always, always), ["contracts.1.type"]],
		["one by a decision", needing(always, { type: "dpa", condition: on("pick_chat", "slack") }), []],
		[
			"by an unknown decision",
			needing(always, { type: "dpa", condition: on("nix", "a") }),
			["contracts.1.condition.item"],
		],
		[
			"by what cannot be chosen",
			needing(always, { type: "dpa", condition: on("pick_chat", "fax") }),
			["contracts.1.condition.isOneOf"],
		],
	])("%s", (_, content, paths) => {
		expect(pathsOf(content)).toEqual(paths);
	});
});

describe("phases and keys", () => {
	it.each<[string, PlaybookContent, string[]]>([
		["no phase", aPlaybook(), ["phases"]],
		["a phase without items", aPlaybook(aPhase("kickoff")), ["phases.0.items"]],
		["a phase's key twice", aPlaybook(aPhase("a", anItem("x")), aPhase("a", anItem("y"))), ["phases.1.key"]],
		["a phase's key in capitals", aPlaybook(aPhase("Kick-off", anItem("x"))), ["phases.0.key"]],
		["an item's key twice", aPlaybook(aPhase("a", anItem("x")), aPhase("b", anItem("x"))), ["phases.1.items.0.key"]],
		["an item's key with a blank", withItems(anItem("walk floor")), ["phases.0.items.0.key"]],
		["an empty key", withItems(anItem("")), ["phases.0.items.0.key"]],
		["a go-live phase that is not there", { ...withItems(anItem("x")), goLivePhase: "live" }, ["goLivePhase"]],
	])("%s is a fault", (_, content, paths) => {
		expect(pathsOf(content)).toEqual(paths);
	});

	it.each(["a", "day_7_check_in", "hour48"])("%s is a key", (key) => {
		expect(pathsOf(withItems(anItem(key)))).toEqual([]);
	});
});

const raci = (change: Partial<PlaybookItem["raci"]>) => ({ raci: { ...anItem("x").raci, ...change } });

describe("an item", () => {
	it.each<[string, Partial<PlaybookItem>, string]>([
		["an unknown responsible role", raci({ responsible: "boss" }), "responsible"],
		["no responsible role", raci({ responsible: "" }), "responsible"],
		["an unknown accountable role", raci({ accountable: "boss" }), "accountable"],
		["an unknown role to consult", raci({ consulted: ["ops", "boss"] }), "consulted"],
		["an unknown role to inform", raci({ informed: ["boss"] }), "informed"],
		["no automation, though it is one", { kind: "automation" }, "automation"],
		["an unknown automation", { kind: "automation", automation: "make_coffee" }, "automation"],
		["an automation, though it is a task", { automation: "mark_live" }, "automation"],
		["evidence of an automation", { kind: "automation", automation: "mark_live", evidence: "file" }, "evidence"],
		["an unknown criterion", { kind: "exit_criterion", criterion: "is_happy" }, "criterion"],
		["an unknown criterion of a task", { criterion: "is_happy" }, "criterion"],
		["a criterion, though somebody signs it", { kind: "approval", criterion: "go_decided" }, "criterion"],
		["evidence of a task that a record shows", { criterion: "go_decided", evidence: "file" }, "evidence"],
		["a run that has nothing to do", { criterion: "run_opened" }, "criterion"],
		["a check-in that nothing plans", { criterion: "day_1_called" }, "criterion"],
		["evidence of what is computed", { kind: "exit_criterion", criterion: "go_decided", evidence: "link" }, "evidence"],
		["an exit criterion that nothing proves", { kind: "exit_criterion" }, "evidence"],
		["a decision without choices", { kind: "decision" }, "choices"],
		["a decision with one choice", { kind: "decision", choices: ["yes"] }, "choices"],
		["a decision with one choice twice", { kind: "decision", choices: ["yes", "yes"] }, "choices"],
		["a decision with an empty choice", { kind: "decision", choices: ["yes", " "] }, "choices"],
		["choices, though it is a task", { choices: ["yes", "no"] }, "choices"],
		["a due date from an unknown item", { due: dueAfter("nobody") }, "due.item"],
		["a due date from no item", { due: dueAfter(null) }, "due.item"],
		["a due date from itself", { due: dueAfter("it") }, "due.item"],
		["a due date in half a day", { due: { from: "opened", item: null, days: 0.5, unit: "calendar_days" } }, "due.days"],
		[
			"a due date in a million days",
			{ due: { from: "opened", item: null, days: 1e6, unit: "calendar_days" } },
			"due.days",
		],
		["an unknown item before it", { after: ["pick_chat", "nobody"] }, "after"],
		["itself before it", { after: ["it"] }, "after"],
		["a condition on an unknown decision", { condition: on("nobody", "yes") }, "condition.item"],
		["a condition on no decision", { condition: on(null, "yes") }, "condition.item"],
		["a condition on what is no decision", { condition: on("a_task", "yes") }, "condition.item"],
		["a condition on itself", { kind: "decision", choices: ["a", "b"], condition: on("it", "a") }, "condition.item"],
		["a condition on what cannot be chosen", { condition: on("pick_chat", "slack", "irc") }, "condition.isOneOf"],
		["a condition without values", { condition: { on: "plan", item: null, isOneOf: [] } }, "condition.isOneOf"],
	])("with %s is a fault", (_, change, field) => {
		expect(pathsOf(withItems(decision, anItem("a_task"), anItem("it", change)))).toEqual([`phases.0.items.2.${field}`]);
	});
});

describe("a criterion", () => {
	it.each([
		["access_verified", "check_access"],
		["settings_created", "create_settings"],
		["entitlements_granted", "grant_entitlements"],
		["welcome_sent", "send_welcome"],
		["roles_match", "bootstrap_product"],
		["first_week_done", "schedule_check_ins"],
		["check_ins_done", "schedule_check_ins"],
		["run_succeeded", "mark_live"],
	])("“%s” can only hold where “%s” runs", (criterion, name) => {
		expect(pathsOf(withItems(computed(criterion)))).toEqual(["phases.0.items.0.criterion"]);
		expect(pathsOf(withItems(computed(criterion), automation("step", name)))).toEqual([]);
	});

	it("that needs several automations names those that are missing", () => {
		const [fault] = faultsOf(withItems(computed("paid_access_passes"), automation("step", "check_access")));
		expect(fault?.message).toContain("needs the automation “grant_entitlements” and “send_welcome”");
	});

	it.each(["go_decided", "training_attended", "contract_signed", "floor_ready"])("“%s” needs none", (criterion) => {
		expect(pathsOf(withItems(computed(criterion)))).toEqual([]);
	});
});

describe("the automations of a run", () => {
	const settings = automation("settings", "create_settings");

	it("are each named once", () => {
		expect(pathsOf(withItems(settings, automation("again", "create_settings")))).toEqual([
			"phases.0.items.1.automation",
		]);
	});

	it("are listed in the order in which they run", () => {
		const content = withItems(automation("live", "mark_live", { after: ["settings"] }), settings);
		expect(faultsOf(content)).toEqual([
			{ path: "phases.0.items.0.after", message: expect.stringContaining("move it below that one") },
		]);
	});

	it("wait for no person's item, be it listed or decided first", () => {
		const waiting = automation("live", "mark_live", { after: ["a_task"] });
		expect(pathsOf(withItems(anItem("a_task"), waiting))).toEqual(["phases.0.items.1.after"]);
		const undecided = automation("live", "mark_live", { condition: on("pick_chat", "slack") });
		expect(pathsOf(withItems(decision, undecided))).toEqual(["phases.0.items.1.condition.item"]);
	});

	it("may be due from a person's item: a date holds nothing up", () => {
		expect(pathsOf(withItems(anItem("a_task"), automation("live", "mark_live", { due: dueAfter("a_task") })))).toEqual(
			[],
		);
	});
});

describe("a circle", () => {
	it("through every kind of link is told once, with its keys in order", () => {
		const content = withItems(
			anItem("free"),
			anItem("a", { after: ["free", "b"] }),
			anItem("b", { due: dueAfter("pick_chat") }),
			{ ...decision, condition: on("other", "x"), after: ["free"] },
			anItem("other", { kind: "decision", choices: ["x", "y"], after: ["a"] }),
			anItem("behind", { after: ["a"] }),
		);
		expect(faultsOf(content)).toEqual([
			{
				path: "phases.0.items.1.after",
				message:
					"Item “Title of a” in phase “Name of kickoff” can never begin: “a”, which waits for “b”, which waits for “pick_chat”, which waits for “other”, which waits for “a”; remove one of these links.",
			},
		]);
	});

	it("beside another is told as well", () => {
		const pair = (one: string, other: string) => [
			anItem(one, { after: [other] }),
			anItem(other, { due: dueAfter(one) }),
		];
		expect(pathsOf(withItems(...pair("a", "b"), ...pair("c", "d")))).toEqual([
			"phases.0.items.0.after",
			"phases.0.items.2.after",
		]);
	});

	it("is found wherever a playbook is closed to one", () => {
		fc.assert(
			fc.property(somePlaybook, fc.nat(), fc.nat(), (content, which, length) => {
				const keys = content.phases.flatMap(({ items }) => items.map(({ key }) => key));
				const start = which % keys.length;
				const ring = keys.slice(start, start + 2 + (length % keys.length));
				fc.pre(ring.length > 1);
				const closed = changeItems(content, (item) => {
					const at = ring.indexOf(item.key);
					return at === -1 ? item : { ...item, after: [...item.after, ring[(at + 1) % ring.length] ?? ""] };
				});
				const told = faultsOf(closed).filter(({ message }) => message.includes("can never begin"));
				expect(told.length).toBeGreaterThan(0);
			}),
		);
	});
});

const changeItems = (content: PlaybookContent, change: (item: PlaybookItem) => PlaybookItem): PlaybookContent => ({
	...content,
	phases: content.phases.map((phase) => ({ ...phase, items: phase.items.map(change) })),
});

it("a slip of the pen is found wherever it is made, and at its place", () => {
	const slips: [string, (item: PlaybookItem) => PlaybookItem][] = [
		["key", (item) => ({ ...item, key: "Not a key" })],
		["responsible", (item) => ({ ...item, raci: { ...item.raci, responsible: "boss" } })],
		["automation", (item) => ({ ...item, kind: "automation", automation: "make_coffee" })],
		["criterion", (item) => ({ ...item, kind: "exit_criterion", criterion: "is_happy" })],
		["choices", (item) => ({ ...item, kind: "decision", choices: ["one"] })],
		["after", (item) => ({ ...item, after: [...item.after, "nobody"] })],
		["due.item", (item) => ({ ...item, due: dueAfter("nobody") })],
		["condition.item", (item) => ({ ...item, condition: on("nobody", "yes") })],
	];
	fc.assert(
		fc.property(somePlaybook, fc.nat(), fc.constantFrom(...slips), (content, which, [field, slip]) => {
			const places = content.phases.flatMap(({ items }, phase) =>
				items.map(({ key }, item) => ({ key, path: `phases.${phase}.items.${item}.${field}` })),
			);
			const place = places[which % places.length];
			const wrong = changeItems(content, (item) => (item.key === place?.key ? slip(item) : item));
			expect(pathsOf(wrong)).toContain(place?.path);
		}),
	);
});

describe("the definition of done", () => {
	const defined = (...lines: NonNullable<PlaybookContent["definitionOfDone"]>) => ({
		...withItems(anItem("x")),
		definitionOfDone: lines,
	});
	const aLine = { line: "It is done", criteria: [], items: ["x"] };

	it("is there, and every line names what shows it", () => {
		expect(pathsOf(defined(aLine))).toEqual([]);
		expect(pathsOf(defined())).toEqual(["definitionOfDone"]);
		expect(pathsOf({ ...withItems(anItem("x")), definitionOfDone: undefined })).toEqual(["definitionOfDone"]);
		expect(pathsOf(defined(aLine, { ...aLine, items: [] }))).toEqual(["definitionOfDone.1.criteria"]);
		expect(pathsOf(defined({ ...aLine, line: " " }))).toEqual(["definitionOfDone.0.line"]);
	});

	it("names criteria that are known and items of the playbook", () => {
		const content = defined({ ...aLine, criteria: ["go_live_done", "all_fine"] }, { ...aLine, items: ["x", "y"] });
		expect(faultsOf(content)).toEqual([
			{
				path: "definitionOfDone.0.criteria",
				message: "Line “It is done” of the definition of done names the unknown criterion “all_fine”; choose another.",
			},
			{
				path: "definitionOfDone.1.items",
				message: "Line “It is done” of the definition of done names “y”, which is no item's key; name one that is.",
			},
		]);
	});
});
