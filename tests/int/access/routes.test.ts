import { afterAll, beforeAll, expect, test } from "vitest";
import { matrix } from "@/access/matrix";
import { customerRoles } from "@/access/roles";
import { collectionEndpoints, rootEndpoints } from "@/endpoints";
import type { ApiClient } from "@/payload-types";
import { allSlugs } from "@/slugs";
import { createCustomer, createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import {
	type Asker,
	anonymous,
	askerOf,
	createRow,
	createService,
	createWorld,
	customerAskers,
	removeFiles,
	vendorAskers,
	type World,
} from "./world";

/**
 * What each route answers to each kind of sender who asks about a customer, written by hand from the design. `+` lets them in,
 * whatever comes of it then; a number is how it turns them away. The roles are those of the customer's own people;
 * `stranger` holds all of them at another customer's, `former` is a vendor's administrator whose time is over, `service` is a program of the
 * customer's with every scope, `reader` one that may read the casino and nothing else.
 */
const table = `
                                         admin ops manager finance compliance auditor former | executive_sponsor operations_lead compliance_lead it_contact finance_contact casino_admin pit_boss cashier | stranger service reader anonymous
POST /checklist-items/:vendors/tick      +     +   +       403     403        403     404    | 403               403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:vendors/start     +     +   +       403     403        403     404    | 403               403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:vendors/reopen    +     +   +       403     403        403     404    | 403               403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:vendors/snooze    +     +   +       403     403        403     404    | 403               403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:hidden/tick       +     +   +       403     403        403     404    | 404               404             404             404        404             404          404      404     | 404      404     404    401
POST /checklist-items/:theirs/tick       +     +   +       403     403        403     404    | +                 +               403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:theirs/start      +     +   +       403     403        403     404    | +                 +               403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:theirs/reopen     +     +   +       403     403        403     404    | +                 +               403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:theirs/snooze     +     +   +       403     403        403     404    | +                 +               403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:signed/tick       403   403 403     403     403        403     404    | +                 403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:signed/reopen     403   403 403     403     403        403     404    | +                 403             403             403        403             403          403      403     | 404      404     404    401
POST /checklist-items/:theirs/waiver     +     +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /checklist-items/:asked/opinion      403   403 403     403     +          403     404    | 403               +               403             403        403             403          403      403     | 404      404     404    401
POST /decisions/:shown/decide            +     403 +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /exports/decisions/:shown.pdf        +     +   +       +       +          +       404    | +                 +               +               +          +               +            +        +       | 404      404     404    401
GET /exports/decisions/:kept.pdf         +     +   +       +       +          +       404    | 404               404             404             404        404             404          404      404     | 404      404     404    401
POST /contracts/:contract/onboarding     +     +   403     403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /contracts/:contract/amendments     +     +     403   403   403   403   403   | 403 403 403 403 403 403 403 403 | 403 403 403 401
POST /invoices/:invoice/amendments       +     403   403   +     403   403   403   | 403 403 403 403 403 403 403 403 | 403 403 403 401
POST /approvals/:approval/approve        +     403   403   +     403   403   403   | 403 403 403 403 403 403 403 403 | 403 403 403 401
POST /approvals/:approval/reject         +     403   403   +     403   403   403   | 403 403 403 403 403 403 403 403 | 403 403 403 401
POST /onboardings/:onboarding/reopen     +     +     +     403   403   403   403   | 403 403 403 403 403 403 403 403 | 403 403 403 401
POST /casinos/:casino/floor-import       +     +   403     403     403        403     404    | 403               403             403             403        403             +            403      403     | 404      403     403    401
POST /casinos/:casino/floor-sync         +     +   403     403     403        403     404    | 403               403             403             403        403             +            403      403     | 404      403     403    401
GET /onboardings/:onboarding/page        +     +   +       +       +          +       404    | +                 +               +               +          +               +            +        +       | 404      +       404    401
GET /onboardings/:onboarding/live        +     +   +       +       +          +       404    | +                 +               +               +          +               +            +        +       | 404      +       404    401
GET /onboardings/:onboarding/packet      +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /onboardings/:onboarding/upgrade     +     +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/upgrade    +     +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/close-phase +    +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /onboardings/:onboarding/announcement +    +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/announcement +    +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/acknowledge +    +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/acceptance  +    +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/acceptance/acknowledge + + + 403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/adoption-pull +  +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/lessons    +     +   403     403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/go-no-go   +     +   +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/freeze-override + +  +       403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /onboardings/:onboarding/sign-off   403   403 403     403     403        403     404    | +                 403             403             403        403             403          403      403     | 404      404     404    401
POST /onboardings/:onboarding/open-run   +     +   403     403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
POST /adoption-reports/weeks             403   403 403     403     403        403     403    | 403               403             403             403        403             403          403      403     | 403      +       403    401
GET /portfolio                           +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /my-work                             +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /exports/portfolio.csv               +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /exports/my-work.csv                 +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
GET /exports/reports.csv                 +     +   +       +       +          +       403    | 403               403             403             403        403             403          403      403     | 403      403     403    401
`;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const reason = "Because of a test";
const figures = { shiftsRecorded: 1, shiftsInScope: 2, tablesUsed: 1, tablesInScope: 2, entries: 3 };

/** What is sent with each: right as far as a form can tell. */
const bodies: Readonly<Record<string, object>> = {
	tick: { signedName: "Sam Sender" },
	reopen: { reason },
	snooze: { until: inDays(3), reason },
	waiver: { reason, expiresAt: inDays(3) },
	decide: { decision: "reject", reason },
	onboarding: {},
	amendments: { reason },
	approve: { reason },
	reject: { reason },
	"floor-import": { kind: "areas", csv: "name\nEast" },
	"close-phase": { phase: "contracting" },
	acknowledge: { note: reason, acceptance: "00000000-0000-4000-8000-000000000000", nextAction: reason },
	acceptance: { colour: "yellow", reason },
	"adoption-pull": {},
	upgrade: { version: 1, seen: "0".repeat(64), reason },
	lessons: {},
	"go-no-go": { etaConfidence: "high" },
	"freeze-override": { reason, expiresAt: inDays(3) },
	opinion: { stance: "agree" },
	"sign-off": { name: "Sam Sender" },
	"open-run": { reason },
	weeks: { week: 1, startsOn: "2026-01-05", ...figures },
};

/** Routes whose senders are tried elsewhere, beside what they do. */
const elsewhere: readonly string[] = [
	"POST /stripe/webhooks",
	"GET /news",
	"GET /exports/audit",
	"POST /audit/erase-person",
	"GET /samples",
	"POST /samples/remove",
	"GET /health/live",
	"GET /health/ready",
	"GET /metrics",
	"GET /security.txt",
	"POST /invites/look",
	"POST /invites/accept",
	"POST /sign-in-link",
	"POST /sign-in-link/use",
	"POST /users/forgot-password",
	"POST /users/reset-password",
	"POST /users/:id/link",
	"POST /users/:id/invite",
	"POST /users/password",
	"GET /users/sessions",
	"POST /users/sessions/end",
	"POST /users/:id/end-sessions",
	"POST /users/reauthenticate",
	"POST /staff-invites/:id/link",
	"POST /staff-invites/:id/resend",
	"POST /staff-invites/:id/revoke",
	"GET /payment-events/held",
	"POST /payment-events/:id/preview",
	"POST /payment-events/:id/settle",
	"POST /payment-events/:id/dismiss",
	"POST /provisioning-runs/:id/retry",
	"POST /provisioning-runs/:id/skip",
	"GET /provisioning-runs/:id/undo-plan",
	"POST /provisioning-runs/:id/undo",
	"POST /messages/:id/resend",
	"POST /invoices/:id/send",
	"POST /invoices/:id/record-payment",
	"POST /invoices/:id/record-refund",
	"POST /invoices/:id/void",
	"POST /invoices/:id/purchase-order",
	"GET /onboardings/:id/events",
	"POST /checklist-items/acts",
];

/** Named before anything starts: Payload adds its own to these lists. */
const ownRoutes = [
	...rootEndpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
	...Object.entries(collectionEndpoints).flatMap(([slug, endpoints]) =>
		endpoints.map(({ method, path }) => `${method.toUpperCase()} /${slug}${path}`),
	),
];

const [head = [], ...lines] = table
	.trim()
	.split("\n")
	.map((line) => line.replaceAll("|", " ").trim().split(/\s+/));

let keyturn: Keyturn;
let world: World;
let askers: Map<string, Asker>;
let ids: Record<string, string>;

beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	const { own, foreign } = world;
	const stranger = await createCustomer(keyturn, [{ casino: foreign.owner.casino, roles: [...customerRoles] }]);
	const former = await createVendor(keyturn, "admin", { accessEndsAt: inDays(-1) });
	const scopes = allSlugs.flatMap((slug) => [
		...(matrix[slug].serviceMayRead ? [`${slug}:read`] : []),
		...(matrix[slug].serviceMayPost ? [`${slug}:write`] : []),
	]) as ApiClient["scopes"];
	askers = new Map([
		...(await vendorAskers(world)),
		...(await customerAskers(world)),
		["former", askerOf(former)],
		["stranger", askerOf(stranger)],
		["service", await createService(world, scopes, inDays(9))],
		["reader", await createService(world, ["casinos:read"], inDays(9))],
		["anonymous", anonymous],
	]);
	const item = (data: object) => createRow(keyturn, "checklist-items", own.owner, data);
	const rule = (accountable: string) => ({ due: null, after: [], condition: null, choices: [], raci: { accountable } });
	const theirs = { owner: "customer", responsible: "operations_lead", rule: rule("executive_sponsor") };
	const signed = { owner: "customer", responsible: "executive_sponsor", evidence: "signature", rule: rule("manager") };
	ids = {
		vendors: await item({ rule: rule("manager") }),
		hidden: await item({ rule: rule("manager"), visibleToCustomer: false }),
		theirs: await item(theirs),
		signed: await item({ ...signed, rule: rule("executive_sponsor") }),
		asked: await item({ rule: { ...rule("manager"), raci: { consulted: ["compliance", "operations_lead"] } } }),
		shown: await createRow(keyturn, "decisions", own.owner, { packet: null }),
		kept: await createRow(keyturn, "decisions", own.owner, { packet: null, visibleToCustomer: false }),
		contract: own.ids.contracts,
		invoice: own.ids.invoices,
		approval: own.ids.approvals,
		casino: own.owner.casino,
		onboarding: own.owner.onboarding,
	};
}, 300_000);
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

async function ask(method: string, pattern: string, role: string) {
	const path = pattern.replace(/:([a-z]+)/, (_, name: string) => ids[name] ?? name);
	const body = method === "POST" ? (bodies[path.split("/").at(-1) ?? ""] ?? {}) : undefined;
	return keyturn.rest(method, path, { as: askers.get(role)?.sender, body });
}

/** Let in: whatever was wrong with it then, it was not the sender. The product of these tests has no tenant to be found. */
function outcomeOf({ status, body }: { status: number; body: unknown }): string {
	const isOurs = /no such (casino|item|decision|onboarding|contract)\./.test(JSON.stringify(body));
	const isTurnedAway = status === 401 || status === 403 || (status === 404 && isOurs);
	return isTurnedAway || status >= 500 ? String(status) : "+";
}

test.each(lines.map(([method = "", pattern = "", ...cells]) => [`${method} ${pattern}`, cells] as const))(
	"%s",
	async (route, cells) => {
		const [method = "", pattern = ""] = route.split(" ");
		expect(cells, "a cell for each column").toHaveLength(head.length);
		const answers: string[] = [];
		for (const role of head) answers.push(`${role} ${outcomeOf(await ask(method, pattern, role))}`);
		expect(answers).toEqual(head.map((role, index) => `${role} ${cells[index]}`));
	},
);

test("no route is left out of the table", () => {
	const walked = lines.map(([method = "", pattern = ""]) => `${method} ${pattern.replace(/:[a-z]+/, ":id")}`);
	const known = new Set([...walked, ...elsewhere]);
	expect(ownRoutes.filter((route) => !known.has(route))).toEqual([]);
});

test("many items at once turn away item by item, and whoever is nobody altogether", async () => {
	const outcomes = async (role: string) => {
		const asked = [ids.vendors, ids.hidden, ids.signed];
		const body = { act: "assign", assignee: null, ids: asked };
		const answer = await keyturn.rest("POST", "/checklist-items/acts", { as: askers.get(role)?.sender, body });
		if (answer.status !== 200) return [String(answer.status)];
		const found = (answer.body as { outcomes: { id: string; ok: boolean; code?: string }[] }).outcomes;
		return asked.map((id) => found.find((one) => one.id === id)).map((one) => one?.code ?? "ok");
	};
	expect(await outcomes("anonymous")).toEqual(["401"]);
	expect(await outcomes("stranger")).toEqual(["not_found", "not_found", "not_found"]);
	expect(await outcomes("service")).toEqual(["not_found", "not_found", "not_found"]);
	expect(await outcomes("cashier")).toEqual(["forbidden", "not_found", "forbidden"]);
	expect(await outcomes("auditor")).toEqual(["forbidden", "forbidden", "forbidden"]);
	expect(await outcomes("ops")).toEqual(["ok", "ok", "forbidden"]);
});
