import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { timeZones } from "@/domain/calendar/timeZone";
import { weekdays } from "@/domain/workingHours";
import { type CustomerSetup, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { createRow, createService, type World } from "../access/world";
import { query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let setup: CustomerSetup;
let other: CustomerSetup;
let key: { key: string };
let ids: Record<string, string>;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

beforeAll(async () => {
	keyturn = await startKeyturn();
	keyturn.payload.logger.level = "fatal";
	admin = await createVendor(keyturn, "admin");
	setup = await createCustomerSetup(keyturn);
	other = await createCustomerSetup(keyturn);
	const owner = { casino: setup.casino.id, company: setup.company.id, onboarding: setup.onboarding.id };
	const world = { keyturn, own: { owner } } as unknown as World;
	key = (await createService(world, ["adoption-reports:write"], inDays(9))).sender as { key: string };
	const items = await query<{ id: string; key: string }>(
		keyturn,
		"SELECT id, key FROM checklist_items WHERE onboarding_id = $1",
		[setup.onboarding.id],
	);
	const item = (name: string) => items.find((one) => one.key === name)?.id ?? "";
	const foreignFile = await createRow(keyturn, "media", { casino: other.casino.id });
	ids = {
		task: item("confirm_workflows"),
		decision: item("dpa_needed"),
		criterion: item("training_attended"),
		onboarding: setup.onboarding.id,
		casino: setup.casino.id,
		contract: await createRow(keyturn, "contracts", owner, { onboarding: null }),
		proposed: await createRow(keyturn, "decisions", { ...owner }, { packet: null }),
		foreignFile,
		otherOnboarding: other.onboarding.id,
		stranger: other.casino.id,
	};
}, 240_000);
afterAll(() => keyturn.stop());

const reason = "Because of a test";
const long = "x".repeat(200_000);
const figures = { shiftsRecorded: 1, shiftsInScope: 2, tablesUsed: 1, tablesInScope: 2, entries: 3 };
const week = (more: object) => ({ week: 1, startsOn: "2026-01-05", ...figures, ...more });
const noRecord = "00000000-0000-4000-8000-000000000000";

const send = async (route: string, body: unknown) => {
	const [method = "", pattern = ""] = route.split(" ");
	const path = pattern.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => ids[name] ?? noRecord);
	const named = JSON.parse(
		JSON.stringify(body ?? {}).replaceAll(/"=([A-Za-z]+)"/g, (_, name: string) =>
			JSON.stringify(ids[name] ?? noRecord),
		),
	);
	const as = path.startsWith("/adoption-reports/weeks") ? key : admin;
	return keyturn.rest(method, path, { as, ...(method === "GET" ? {} : { body: named }) });
};

/** Route, what is sent, the field that is named; the status is 400 unless it is given. */
const wrong: [route: string, body: unknown, says: RegExp, status?: number][] = [
	["POST /checklist-items/:task/tick", { minutes: -1 }, /minutes/],
	["POST /checklist-items/:task/tick", { minutes: 1.5 }, /minutes/],
	["POST /checklist-items/:task/tick", { minutes: "5" }, /minutes/],
	["POST /checklist-items/:task/tick", { minutes: 1e12 }, /minutes/],
	["POST /checklist-items/:task/tick", { note: long }, /note/],
	["POST /checklist-items/:task/tick", { note: 7 }, /note/],
	["POST /checklist-items/:task/tick", { note: "a\u0000b" }, /note/],
	["POST /checklist-items/:task/tick", { note: "a\ud800b" }, /note/],
	["POST /checklist-items/:task/tick", { file: "no id" }, /file/],
	["POST /checklist-items/:task/tick", { file: noRecord }, /file/],
	["POST /checklist-items/:task/tick", { file: "=foreignFile" }, /file/],
	["POST /checklist-items/:task/tick", { link: "javascript:alert(1)" }, /link/],
	["POST /checklist-items/:task/tick", { link: "https://" }, /link/],
	["POST /checklist-items/:task/tick", [], /body/],
	["POST /checklist-items/:decision/tick", { choice: "perhaps", signedName: "A B" }, /sign this item/, 403],
	["POST /checklist-items/:decision/tick", { choice: ["yes"], signedName: "A B" }, /choice/],
	["POST /checklist-items/:unknown/tick", {}, /no such item/, 404],
	["POST /checklist-items/:task/reopen", {}, /reason/],
	["POST /checklist-items/:task/reopen", { reason: "  " }, /reason/],
	["POST /checklist-items/:task/reopen", { reason: long }, /reason/],
	["POST /checklist-items/:task/snooze", { until: "tomorrow", reason }, /until/],
	["POST /checklist-items/:task/snooze", { until: inDays(-1), reason }, /until/],
	["POST /checklist-items/:task/snooze", { until: "9999-12-31T23:59:59Z", reason }, /until/],
	["POST /checklist-items/:task/snooze", { until: "9999-12-31T23:59:59-23:59", reason }, /until/],
	["POST /checklist-items/:task/snooze", { reason }, /until/],
	["POST /checklist-items/acts", { act: "tick", ids: [] }, /ids/],
	["POST /checklist-items/acts", { act: "tick", ids: ["x"] }, /ids/],
	["POST /checklist-items/acts", { act: "tick", ids: Array(201).fill(noRecord) }, /ids/],
	["POST /checklist-items/acts", { act: "delete", ids: [noRecord] }, /act/],
	["POST /checklist-items/acts", { act: "assign", ids: [noRecord], assignee: "me" }, /assignee/],
	["POST /checklist-items/:criterion/waiver", { reason, expiresAt: inDays(-1) }, /expiresAt/],
	["POST /checklist-items/:criterion/waiver", { reason, expiresAt: "9999-12-31T23:59:59Z" }, /expiresAt/],
	["POST /checklist-items/:criterion/waiver", { reason, expiresAt: "9999-12-31T23:59:59-23:59" }, /expiresAt/],
	["POST /checklist-items/:criterion/waiver", { reason, expiresAt: "2026-02-30" }, /expiresAt/],
	["POST /checklist-items/:criterion/waiver", { reason: "a\u0000bcd", expiresAt: inDays(1) }, /reason/],
	["POST /decisions/:proposed/decide", { decision: "yes", reason }, /decision/],
	["POST /decisions/:proposed/decide", { decision: "reject" }, /reason/],
	["POST /decisions/:unknown/decide", { decision: "reject", reason }, /no such decision/, 404],
	["GET /exports/decisions/:unknown.pdf", null, /no such decision/, 404],
	["GET /exports/decisions/x.pdf", null, /id/],
	["POST /contracts/:contract/onboarding", { playbook: noRecord }, /playbook/],
	["POST /contracts/:contract/onboarding", { playbook: "x" }, /playbook/],
	["POST /contracts/:contract/onboarding", { goLiveAt: "soon" }, /goLiveAt/],
	["POST /contracts/:unknown/onboarding", {}, /no such contract/, 404],
	["POST /onboardings/:onboarding/close-phase", {}, /phase/],
	["POST /onboardings/:onboarding/close-phase", { phase: "nonsense" }, /no such phase/, 404],
	["POST /onboardings/:onboarding/close-phase", { phase: "\u0000" }, /phase/],
	["POST /onboardings/:unknown/close-phase", { phase: "contracting" }, /no such/, 404],
	["POST /onboardings/:onboarding/acknowledge", {}, /note/],
	["POST /onboardings/:onboarding/acceptance", { colour: "blue", reason }, /colour/],
	["POST /onboardings/:onboarding/acceptance", { colour: "red" }, /reason/],
	["POST /onboardings/:onboarding/acceptance", { colour: "red", reason }, /asks for no acceptance/, 409],
	["POST /onboardings/:unknown/acceptance", { colour: "red", reason }, /no such onboarding/, 404],
	["POST /onboardings/:onboarding/acceptance/acknowledge", { acceptance: "x", nextAction: reason }, /acceptance/],
	["POST /onboardings/:onboarding/acceptance/acknowledge", { acceptance: noRecord }, /nextAction/],
	["POST /onboardings/:unknown/acknowledge", { note: reason }, /no such onboarding/, 404],
	["POST /onboardings/:onboarding/adoption-pull", { week: -1 }, /week/],
	["POST /onboardings/:onboarding/adoption-pull", { week: 1e9 }, /week/],
	["POST /onboardings/:unknown/adoption-pull", {}, /no such onboarding/, 404],
	["GET /onboardings/:onboarding/upgrade?version=x", null, /version/],
	["GET /onboardings/:onboarding/upgrade?version=99999999999999", null, /version/, 0],
	["GET /onboardings/:onboarding/upgrade?version=77", null, /version/, 404],
	["POST /onboardings/:onboarding/upgrade", { version: 2, seen: "short", reason }, /seen/],
	["POST /onboardings/:onboarding/upgrade", { version: 99_999_999_999, seen: "0".repeat(64), reason }, /version/, 0],
	["POST /onboardings/:onboarding/lessons", { notes: long }, /notes/],
	["POST /onboardings/:unknown/lessons", {}, /no such onboarding/, 404],
	["POST /onboardings/:onboarding/go-no-go", { etaConfidence: "sure" }, /etaConfidence/],
	["POST /onboardings/:onboarding/freeze-override", { reason, expiresAt: inDays(-1) }, /expiresAt/],
	["POST /onboardings/:onboarding/freeze-override", { reason, expiresAt: "9999-12-31T23:59:59Z" }, /expiresAt/],
	["GET /onboardings/:unknown/page", null, /no such onboarding/, 404],
	["GET /onboardings/:unknown/packet", null, /no such onboarding/, 404],
	["POST /casinos/:casino/floor-import", { kind: "chairs", csv: "name" }, /kind/],
	["POST /casinos/:casino/floor-import", { kind: "areas" }, /csv/],
	["POST /casinos/:casino/floor-import", { kind: "areas", csv: "x".repeat(1_000_001) }, /csv/],
	["POST /casinos/:casino/floor-import", { kind: "areas", csv: "name\nEa\u0000st", apply: true }, /csv/],
	["POST /casinos/:casino/floor-import", { kind: "areas", csv: "name\nEa\ud800st", apply: true }, /csv/],
	["POST /casinos/:unknown/floor-import", { kind: "areas", csv: "name\nEast" }, /no such casino/, 404],
	["POST /adoption-reports/weeks", week({ entries: -1 }), /entries/],
	["POST /adoption-reports/weeks", week({ entries: 900_000_000 }), /entries/],
	["POST /adoption-reports/weeks", week({ shiftsRecorded: 3 }), /shiftsRecorded/],
	["POST /adoption-reports/weeks", week({ week: 105 }), /week/],
	["POST /adoption-reports/weeks", week({ startsOn: "2026-02-30" }), /startsOn/],
	["POST /adoption-reports/weeks", week({ startsOn: "0001-01-01" }), /startsOn/],
	["POST /adoption-reports/weeks", week({ medianSeconds: 1e15 }), /medianSeconds/],
	["POST /adoption-reports/weeks", week({ surprise: 1 }), /surprise/],
	["POST /adoption-reports/weeks", week({ note: "a\u0000b" }), /note/],
	["POST /adoption-reports/weeks", week({ onboarding: "=otherOnboarding" }), /no such onboarding/, 404],
];

test.each(wrong.map((one) => [`${one[0]} ${JSON.stringify(one[1])?.slice(0, 90)}`, one] as const))(
	"%s is refused, with the field",
	async (_, [route, body, says, status = 400]) => {
		const answer = await send(route, body);
		const said = JSON.stringify(answer.body);
		if (status === 0) expect([400, 404]).toContain(answer.status);
		else expect([answer.status, said]).toEqual([status, expect.anything()]);
		expect(said).toMatch(says);
	},
);

describe("an address that means nothing", () => {
	const odd = [
		"page=-1",
		"page=1e99",
		"q=%00",
		"q=%25%25_",
		"playbook=x",
		"sort=;drop",
		"phase=%00",
		"lead=%00",
		"whose=%00",
		"from=x&to=y",
		"span=no",
	];

	test.each(["/portfolio", "/my-work", "/exports/portfolio.csv", "/exports/my-work.csv", "/exports/reports.csv"])(
		"%s answers all the same",
		async (path) => {
			for (const query of odd) {
				const { status } = await keyturn.rest("GET", `${path}?${query}`, { as: admin });
				expect([query, status]).toEqual([query, expect.toSatisfy((one: number) => one === 200 || one === 400)]);
			}
		},
	);
});

describe("dates at the ends of time", () => {
	test.each([
		["goLiveAt", "0001-01-01T00:00:00.000Z"],
		["goLiveAt", "9999-12-31T00:00:00.000Z"],
		["wentLiveAt", "0001-01-01T00:00:00.000Z"],
		["pilot", { startsAt: "9999-12-31T00:00:00.000Z" }],
	])("%s %j is taken or refused, and the plan can still be read", async (field, value) => {
		const { onboarding } = await createCustomerSetup(keyturn);
		const saved = await keyturn.rest("PATCH", `/onboardings/${onboarding.id}`, { as: admin, body: { [field]: value } });
		expect([200, 400]).toContain(saved.status);
		const page = await keyturn.rest("GET", `/onboardings/${onboarding.id}/page`, { as: admin });
		expect(page.status).toBe(200);
	});
});

describe("records of the floor and the pilot", () => {
	const rows: [string, object][] = [
		["/gaming-tables", { name: "T", minBet: -5 }],
		["/gaming-tables", { name: "T", minBet: 1.5 }],
		["/gaming-tables", { name: "T", minBet: 500, maxBet: 100 }],
		["/gaming-tables", { name: "T", currency: "€€€" }],
		["/floor-areas", { name: "a\u0000b" }],
		["/floor-areas", { name: "a\ud800b" }],
		["/floor-areas", { name: "x".repeat(121) }],
		["/waits", { onboarding: "=onboarding", what: "x", since: inDays(0), until: inDays(-1) }],
		["/waits", { onboarding: "=otherOnboarding", what: "x" }],
		["/pilot-issues", { onboarding: "=otherOnboarding", title: "x" }],
		["/pilot-issues", { onboarding: "=onboarding", title: "x", status: "closed" }],
		["/spot-checks", { onboarding: "=onboarding", task: "find_player", seconds: -1 }],
		["/training-sessions", { onboarding: "=onboarding", title: "x", role: "pit_boss", at: "never" }],
		[
			"/adoption-reports",
			{ onboarding: "=onboarding", week: 1, startsOn: inDays(-7), shiftsRecorded: 3, shiftsInScope: 2 },
		],
		["/adoption-reports", { onboarding: "=onboarding", week: 1.5, startsOn: inDays(-7) }],
	];

	test.each(rows.map(([path, body]) => [`${path} ${JSON.stringify(body).slice(0, 80)}`, path, body] as const))(
		"%s is refused",
		async (_, path, body) => {
			const answer = await send(`POST ${path}`, { casino: setup.casino.id, ...body });
			expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.anything()]);
		},
	);
});

test("the sign for a letter that was lost is damage in a file, and a letter where a person types it", async () => {
	const { status, body } = await send("PATCH /onboardings/:onboarding", { notes: "Their file says Caf\ufffd." });
	expect([status, body]).toMatchObject([200, { doc: { notes: "Their file says Caf\ufffd." } }]);
});

describe("an e-mail address", () => {
	const { casino, company } = { casino: () => setup.casino.id, company: () => setup.company.id };
	const roster = (email: string) => `email,name,role\n"${email.replaceAll('"', '""')}",Ann,cashier`;
	/** Every door that takes one: what is sent to it. */
	const doors: [name: string, route: string, body: (email: string) => object][] = [
		["an account", "POST /users", (email) => ({ name: "Ann", email, vendorRole: "auditor" })],
		["a company", `POST /companies`, (billingEmail) => ({ name: "Ltd", billingEmail })],
		["a contact", "PATCH /onboardings/:onboarding", (email) => ({ operationsLead: { name: "Ann", email } })],
		[
			"a purchaser",
			"POST /invoices",
			(purchaserEmail) => ({ onboarding: "=onboarding", amountDue: 500, currency: "eur", purchaserEmail }),
		],
		["a roster's row", "POST /staff", (email) => ({ name: "Ann", email, role: "cashier" })],
		["an invitation", "POST /staff-invites", (email) => ({ name: "Ann", email, role: "pit_boss" })],
		["the settings", "POST /globals/settings", (supportEmail) => ({ supportEmail })],
		[
			"an import",
			"POST /casinos/:casino/floor-import",
			(email) => ({ kind: "roster", csv: roster(email), apply: true }),
		],
		["a sign-in link", "POST /sign-in-link", (email) => ({ email })],
		["a forgotten password", "POST /users/forgot-password", (email) => ({ email })],
	];
	const empty = () =>
		query(
			keyturn,
			"WITH gone AS (DELETE FROM staff_invites WHERE casino_id = $1) DELETE FROM staff WHERE casino_id = $1",
			[casino()],
		);

	const takes = async (email: string) => {
		const answers: string[] = [];
		for (const [name, route, body] of doors) {
			await empty();
			const answer = await send(route, { casino: casino(), company: company(), ...body(email) });
			const said = JSON.stringify(answer.body);
			answers.push(
				answer.status < 300 ? name : `${name}: ${answer.status} ${/e-?mail|address/i.test(said) ? "" : said}`,
			);
		}
		return answers;
	};

	test.each([
		"ann@example.com",
		" Ann.B@Example.com\u00a0",
		"o'brien+shop@sub.example.co.uk",
		"ann@bücher.example",
		"ann@xn--e1afmkfd.xn--p1ai",
		"\u200bann-2@example.com",
	])("%j is one at every door", async (email) => {
		expect(await takes(email)).toEqual(doors.map(([name]) => name));
	});

	test.each([
		"josé@example.com",
		"аnn@example.com",
		"ann@example.c0m",
		"ann@example",
		"ann@@example.com",
		"ann b@example.com",
		"Ann <ann@example.com>",
		"ann@example.com,bob@example.com",
		".ann@example.com",
		"ann.@example.com",
		"an..n@example.com",
		"ann@-example.com",
		"ann@example..com",
		'"ann"@example.com',
		"ann@[127.0.0.1]",
		"ann@example.com\nBcc: bob@example.com",
		`${"x".repeat(65)}@example.com`,
		"@example.com",
	])("%j is none at any door, and the field is named", async (email) => {
		expect(await takes(email)).toEqual(doors.map(([name]) => `${name}: 400 `));
	});

	test("that an import refuses is told with its line, column and reason, and nothing is taken", async () => {
		await empty();
		const csv =
			"email,name,role\nann@example.com,Ann,cashier\njosé@example.com,José,cashier\nbob@example.c0m,Bob,pit_boss";
		const answer = await send("POST /casinos/:casino/floor-import", { kind: "roster", csv, apply: true });
		expect([answer.status, (answer.body as { errors: { data: object }[] }).errors[0]?.data]).toEqual([
			400,
			[
				{ path: "line 3, email", message: expect.stringMatching(/josé@example\.com.*plain letters/) },
				{ path: "line 4, email", message: expect.stringMatching(/bob@example\.c0m.*such as/) },
			],
		]);
		expect(await query(keyturn, "SELECT email FROM staff WHERE casino_id = $1", [casino()])).toEqual([]);
	});

	test("is stored as mail servers know it", async () => {
		await send("PATCH /onboardings/:onboarding", { operationsLead: { name: "Ann", email: " Ann@Bücher.example " } });
		const [row] = await query(keyturn, "SELECT operations_lead_email AS email FROM onboardings WHERE id = $1", [
			setup.onboarding.id,
		]);
		expect(row).toEqual({ email: "Ann@xn--bcher-kva.example" });
	});
});

describe("a time zone", () => {
	test("that can be chosen is the same place to the database, summer and winter", async () => {
		const rows = await query<{ name: string; moments: string[] }>(
			keyturn,
			`SELECT name, ARRAY(SELECT to_char(moment AT TIME ZONE name, 'YYYY-MM-DD HH24:MI')
				FROM unnest(ARRAY['2026-01-15T12:00Z', '2026-07-15T12:00Z']::timestamptz[]) moment) AS moments
			FROM unnest($1::text[]) name`,
			[timeZones],
		);
		const here = (timeZone: string, at: string) =>
			new Date(at).toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
		const differing = rows.filter(
			({ name, moments }) =>
				here(name, "2026-01-15T12:00Z") !== moments[0] || here(name, "2026-07-15T12:00Z") !== moments[1],
		);
		expect([rows.length, differing]).toEqual([timeZones.length, []]);
	});

	test.each([
		["Europe/Malta", "Europe/Malta"],
		[" europe/malta ", "Europe/Malta"],
		["America/New York", "America/New_York"],
		["Asia/Kolkata", "Asia/Kolkata"],
		["US/Pacific", "US/Pacific"],
		["Mars/Olympus", null],
		["CST", null],
		["+02:00", null],
		["", null],
		[7, null],
	])("%j is stored as %j", async (timezone, stored) => {
		const answer = await send("POST /casinos", { name: "Zone", timezone });
		if (stored === null)
			expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringMatching(/zone/i)]);
		else expect((answer.body as { doc: { timezone: string } }).doc.timezone).toBe(stored);
	});
});

describe("opening hours", () => {
	const week = (start: string, end: string) =>
		Object.fromEntries(weekdays.map((day) => [day, { enabled: true, start, end }]));
	test.each([
		["18:00", "04:00", 201],
		["06:00", "06:00", 201],
		["10:00", "24:00", 400],
	])("from %s to %s answer %i", async (start, end, status) => {
		const { casino } = await createCustomerSetup(keyturn);
		const body = { casino: casino.id, workingHours: week(start, end), defaultTravelBuffer: 5, defaultJobDuration: 5 };
		expect((await send("POST /casino-settings", body)).status).toBe(status);
	});
});

describe("a floor file", () => {
	const take = async (kind: string, csv: string, apply = true) => {
		const answer = await keyturn.rest("POST", `/casinos/${setup.casino.id}/floor-import`, {
			as: admin,
			body: { kind, csv, apply },
		});
		return { status: answer.status, said: JSON.stringify(answer.body), body: answer.body as Record<string, unknown> };
	};

	test("of ten thousand lines is refused with the reason, and one of five thousand is previewed", async () => {
		const rows = (count: number) => `name\n${Array.from({ length: count }, (_, each) => `Pit ${each}`).join("\n")}`;
		const many = await take("areas", rows(10_000));
		expect([many.status, many.said]).toEqual([400, expect.stringMatching(/5,?000/)]);
		const most = await take("areas", rows(5000), false);
		expect([most.status, most.body.create]).toEqual([200, 5000]);
	});

	test("with a byte order mark, CRLF and quotes reads as it was meant", async () => {
		const { status, body } = await take("areas", '\ufeff"name","kind"\r\n"Main, ""A""",pit\r\n\r\n');
		expect([status, body.create, body.problems]).toEqual([200, 1, []]);
		const [row] = await query(keyturn, "SELECT name FROM floor_areas WHERE casino_id = $1 AND name LIKE 'Main,%'", [
			setup.casino.id,
		]);
		expect(row).toEqual({ name: 'Main, "A"' });
	});

	test.each([
		["a quote that never ends", 'name\n"Main'],
		["a column twice", "name,name\nA,B"],
		["a column of nothing", "__proto__,constructor\nA,B"],
		["nothing", ""],
		["bytes that are no text", "PK\u0003\u0004\ufffd\ufffd"],
		["letters that were lost", "name,kind\nEast,pit\nCaf\ufffd,pit"],
	])("with %s says what is wrong", async (_, csv) => {
		const { status, said } = await take("areas", csv);
		expect([status, said]).toEqual([400, expect.stringContaining("line")]);
	});
});
