import type { FlattenedField, PayloadRequest } from "payload";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isSameValue } from "@/domain/edits/sameValue";
import { allSlugs, type Slug } from "@/slugs";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { paidInvoice, recordStripeEvent, stripeEvent } from "../../harness/stripeEvents";
import { workQueues } from "../../harness/workQueues";
import { expected } from "../access/expectations";
import { fileOf, rowData } from "../access/rowData";
import {
	type Asker,
	createRow,
	createWorld,
	customerAskers,
	removeFiles,
	vendorAskers,
	type World,
} from "../access/world";
import { invoiceState, query } from "../payments/stage";

let keyturn: Keyturn;
let admin: Person;
let ops: Person;
let finance: Person;
let world: World;
let askers: [string, Asker][];

beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	askers = [...(await vendorAskers(world)), ...(await customerAskers(world))];
	admin = await createVendor(keyturn, "admin");
	ops = await createVendor(keyturn, "ops");
	finance = await createVendor(keyturn, "finance");
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

const patch = (path: string, body: object, as: Person = admin) => keyturn.rest("PATCH", path, { as, body });
const read = async (path: string, as = admin) =>
	(await keyturn.rest("GET", `${path}?depth=0`, { as })).body as Record<string, unknown>;
const messageOf = ({ body }: { body: unknown }) => (body as { errors: { message: string }[] }).errors[0]?.message;

test("a change of what nobody may write is refused in words, not answered with 200", async () => {
	const { casino, invoice, onboarding } = await createCustomerSetup(keyturn);
	const paid = await patch(`/invoices/${invoice.id}`, { paidAt: "2026-11-01T00:00:00.000Z" });
	expect(paid.status).toBe(403);
	expect(messageOf(paid)).toBe("Nothing was saved: you may not change Paid.");
	const mixed = await patch(`/invoices/${invoice.id}`, { amountPaid: 5, description: "Other" });
	expect(mixed.status).toBe(403);
	expect(messageOf(mixed)).toContain("Amount paid");
	expect(await read(`/invoices/${invoice.id}`)).toMatchObject({ amountPaid: 0, description: null });
	expect((await patch(`/onboardings/${onboarding.id}`, { health: "red" }, ops)).status).toBe(403);
	expect((await patch(`/invoices/${invoice.id}`, { po: { approvedBy: admin.user.id } })).status).toBe(403);
	const unknown = await patch(`/casinos/${casino.id}`, { nickname: "The North" });
	expect(unknown.status).toBe(400);
	expect(messageOf(unknown)).toContain("nickname");
});

test("a form that sends back what its sender may not write, unchanged, saves the rest", async () => {
	const { casino, invoice } = await createCustomerSetup(keyturn);
	const path = `/invoices/${invoice.id}`;
	expect(await patch(path, { ...(await read(path, ops)), description: "First year" }, ops)).toMatchObject({
		status: 200,
	});
	const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	const own = `/users/${person.user.id}`;
	const seen = await read(own, person);
	expect(await patch(own, { ...seen, phone: "+356 21" }, person)).toMatchObject({ status: 200 });
	expect((await patch(own, { memberships: [] }, person)).status).toBe(403);
});

test("a list without rows, which a form sends as their number, is no attempt to write it; rows are", async () => {
	const { casino, onboarding } = await createCustomerSetup(keyturn);
	const report = {
		...{ casino: casino.id, onboarding: onboarding.id, week: 1, startsOn: "2026-11-02" },
		...{ shiftsRecorded: 9, shiftsInScope: 14, tablesUsed: 1, tablesInScope: 1, entries: 300, exceptions: 0 },
	};
	const post = (shifts: unknown) => keyturn.rest("POST", "/adoption-reports", { as: ops, body: { ...report, shifts } });
	expect((await post([{ name: "Day", inScope: 7, recorded: 7, entries: 150 }])).status).toBe(403);
	const entered = await post(0);
	expect(entered.status).toBe(201);
	const path = `/adoption-reports/${(entered.body as { doc: { id: string } }).doc.id}`;
	expect(await patch(path, { shifts: 0, note: "Entered from the log." }, ops)).toMatchObject({ status: 200 });
	expect(await read(path)).toMatchObject({ shifts: [], note: "Entered from the log." });
});

type Values = Record<string, unknown>;
type Denied = { path: string; other: unknown; asOnForm: unknown };

/** A value of the field that is neither empty nor its default; undefined where the field is made of others. */
function otherValue(field: FlattenedField): unknown {
	const initial = "defaultValue" in field ? field.defaultValue : undefined;
	if (field.type === "checkbox") return initial !== true;
	if (field.type === "number") return 4321;
	if (field.type === "date") return "2031-05-06T07:08:09.000Z";
	if (field.type === "json") return { sent: true };
	if (field.type === "array") return [{}, {}];
	if (field.type === "relationship" || field.type === "upload")
		return field.hasMany ? [world.own.owner.user] : world.own.owner.user;
	if (field.type === "select") {
		const values = field.options.map((option) => (typeof option === "string" ? option : option.value));
		const value = values.find((each) => each !== initial);
		return field.hasMany ? [value] : value;
	}
	return field.type === "email" ? "else@keyturn.example" : "another";
}

/** The fields whose create rule refuses the sender, parts of groups too, as the configuration has them. */
async function listDenied(
	fields: readonly FlattenedField[],
	req: PayloadRequest,
	row: Values,
	before = "",
): Promise<Denied[]> {
	const denied: Denied[] = [];
	for (const field of fields) {
		if (
			field.type === "join" ||
			("virtual" in field && field.virtual) ||
			["id", "createdAt", "updatedAt"].includes(field.name)
		)
			continue;
		const path = `${before}${field.name}`;
		const rule = "access" in field ? field.access?.create : undefined;
		const isDenied = rule !== undefined && !(await rule({ req, data: row, doc: {}, siblingData: row } as never));
		if (isDenied && field.type !== "group") {
			const initial = "defaultValue" in field ? (field.defaultValue as unknown) : undefined;
			const asOnForm =
				typeof initial === "function"
					? await initial({ req, user: req.user })
					: (initial ?? (field.type === "array" ? [] : ""));
			denied.push({ path, other: otherValue(field), asOnForm });
		} else if (field.type === "group") denied.push(...(await listDenied(field.flattenedFields, req, row, `${path}.`)));
	}
	return denied;
}

/** The row with the values set along their paths. */
function withPaths(row: Values, values: [string, unknown][]): Values {
	const result = structuredClone(row);
	for (const [path, value] of values) {
		const [last = "", ...groups] = path.split(".").reverse();
		let place = result;
		for (const name of groups.reverse()) {
			place[name] ??= {};
			place = place[name] as Values;
		}
		place[last] = value;
	}
	return result;
}

const create = (slug: Slug, as: Asker, body: Values) =>
	keyturn.rest("POST", `/${slug}?depth=0`, { as: as.sender, body, ...(slug === "media" ? { file: fileOf() } : {}) });

async function newRow(slug: Slug): Promise<Values> {
	const { own } = world;
	if (slug !== "casino-settings") return rowData[slug](own.owner);
	return rowData[slug]({ ...own.owner, casino: await createRow(keyturn, "casinos", own.owner) });
}

test.each(allSlugs)(
	"whoever may create %s is refused, with their names, the fields they may not write",
	async (slug) => {
		const { flattenedFields } = keyturn.payload.collections[slug].config;
		for (const [who, asker] of askers.filter(([role]) => expected(slug, role).includes("c"))) {
			const req = await keyturn.requestOf(asker.user);
			const row = await newRow(slug);
			const denied = (await listDenied(flattenedFields, req, row)).filter(
				({ path, other }) => !path.startsWith("password") && !isSameValue(other, undefined),
			);
			if (denied.length === 0) continue;
			const refused = await create(
				slug,
				asker,
				withPaths(
					row,
					denied.map(({ path, other }) => [path, other]),
				),
			);
			const { errors } = refused.body as { errors: { message: string; data?: { errors: { path: string }[] } }[] };
			expect([slug, who, refused.status, errors?.[0]?.data?.errors.map(({ path }) => path).sort()]).toEqual([
				slug,
				who,
				403,
				denied.map(({ path }) => path).sort(),
			]);
			// The form sends along what stands in fields that it only shows.
			const asOnForm = denied
				.filter(({ path }) => !(path in row))
				.map(({ path, asOnForm }) => [path, asOnForm] as [string, unknown]);
			const saved = await create(slug, asker, withPaths(await newRow(slug), asOnForm));
			expect([slug, who, saved.status, saved.status === 201 ? null : saved.body]).toEqual([slug, who, 201, null]);
		}
	},
);

test("an old version named beside what one may not write excuses no one but a form that sends back what it read", async () => {
	const { invoice } = await createCustomerSetup(keyturn);
	const path = `/invoices/${invoice.id}`;
	const opened = await read(path, ops);
	await patch(path, { description: "By admin" });
	const attempt = { updatedAt: opened.updatedAt, amountPaid: 999 };
	expect(messageOf(await patch(path, attempt, ops))).toBe("Nothing was saved: you may not change Amount paid.");
	// The system writes without an entry: what the form read before is nobody's attempt.
	await query(keyturn, "UPDATE invoices SET amount_paid = 100 WHERE id = $1", [invoice.id]);
	expect((await patch(path, attempt, ops)).status).toBe(403);
	expect((await patch(path, { ...opened, description: "By admin" }, ops)).status).toBe(200);
	expect(await read(path)).toMatchObject({ amountPaid: 100, description: "By admin" });
});

test("a recorded change tells what a form read, and what it never did", async () => {
	const { casino } = await createCustomerSetup(keyturn);
	const person = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	const path = `/users/${person.user.id}`;
	const opened = await read(path, person);
	const sponsor = [{ casino: casino.id, roles: ["casino_admin", "executive_sponsor"] }];
	expect((await patch(path, { memberships: sponsor })).status).toBe(200);
	expect((await patch(path, { ...opened, name: "Nina New" }, person)).status).toBe(200);
	const claimed = [{ casino: casino.id, roles: ["casino_admin", "finance_contact"] }];
	const refused = await patch(path, { ...opened, memberships: claimed }, person);
	expect([refused.status, messageOf(refused)]).toEqual([403, expect.stringContaining("Memberships")]);
	expect(await read(path)).toMatchObject({ name: "Nina New", memberships: sponsor });
});

test("a bulk change is made whole or not at all", async () => {
	const one = await createCustomerSetup(keyturn);
	const other = await createCustomerSetup(keyturn);
	await query(keyturn, "UPDATE invoices SET status = 'paid', amount_paid = amount_due WHERE id = $1", [
		other.invoice.id,
	]);
	const where = `where[id][in][0]=${one.invoice.id}&where[id][in][1]=${other.invoice.id}`;
	const refused = await patch(`/invoices?${where}`, { dueAt: "2027-02-01T00:00:00.000Z" });
	expect(refused.status).toBe(400);
	expect(messageOf(refused)).toContain("Nothing was saved: 1 of the records");
	expect(await read(`/invoices/${one.invoice.id}`)).toMatchObject({ dueAt: null });
});

test("bulk changes beside settlement leave every payment paid", async () => {
	const setups = await Promise.all(Array.from({ length: 4 }, () => createCustomerSetup(keyturn)));
	for (const { invoice } of setups) {
		await recordStripeEvent(keyturn, stripeEvent("invoice.paid", paidInvoice(invoice)));
	}
	const where = setups.map(({ invoice }, index) => `where[id][in][${index}]=${invoice.id}`).join("&");
	const bulk = async () => {
		const answers: number[] = [];
		for (let round = 0; round < 4; round++) {
			answers.push((await patch(`/invoices?${where}`, { xeroInvoiceId: null }, finance)).status);
		}
		return answers;
	};
	const [, answers] = await Promise.all([workQueues(keyturn, ["settlePaymentEvent"]), bulk()]);
	expect(answers).toEqual([200, 200, 200, 200]);
	for (const { invoice } of setups) {
		expect(await invoiceState(keyturn, invoice.id)).toMatchObject({ status: "paid", paid: 120_000 });
	}
});

test("two bulk changes that ask for the same rows in opposite order both end", async () => {
	const setups = await Promise.all(Array.from({ length: 5 }, () => createCustomerSetup(keyturn)));
	const where = setups.map(({ casino }, index) => `where[casino][in][${index}]=${casino.id}`).join("&");
	const both = ["contracts", "onboardings", "invoices"].flatMap((collection) =>
		["id", "-id"].map((sort) =>
			patch(`/${collection}?${where}&sort=${sort}`, { [collection === "invoices" ? "xeroInvoiceId" : "notes"]: null }),
		),
	);
	expect((await Promise.all(both)).map(({ status }) => status)).toEqual(both.map(() => 200));
});
