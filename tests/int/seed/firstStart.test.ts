import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { ensureDefaults } from "../../../scripts/seeding/ensureDefaults";
import { ensureFirstAdmin } from "../../../scripts/seeding/ensureFirstAdmin";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

const administrator = { email: "first@keyturn.example", password: "a first password, long enough" };
let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn({
		environment: { KEYTURN_ADMIN_EMAIL: administrator.email, KEYTURN_ADMIN_PASSWORD: administrator.password },
	});
});

afterAll(() => keyturn?.stop());

const all = async (collection: "users" | "plans" | "casinos") => {
	const system = asSystem(await keyturn.requestOf(), "test");
	return (await keyturn.payload.find({ collection, limit: 100, depth: 0, ...system })).docs;
};

test("of two starts at once one makes the first administrator, who can sign in", async () => {
	const made = await Promise.all([ensureFirstAdmin(keyturn.payload), ensureFirstAdmin(keyturn.payload)]);
	expect(made.toSorted()).toEqual([administrator.email, null]);
	expect(await all("users")).toEqual([expect.objectContaining({ email: administrator.email, vendorRole: "admin" })]);
	await expect(keyturn.signIn(administrator.email, administrator.password)).resolves.toHaveProperty("token");
});

test("a start without samples sells plans, and leaves what was changed alone", async () => {
	await ensureDefaults(keyturn.payload);
	const plans = await all("plans");
	expect(plans).toHaveLength(3);

	const system = asSystem(await keyturn.requestOf(), "test");
	const settings = await keyturn.payload.findGlobal({ slug: "settings", depth: 0, ...system });
	expect(settings).toMatchObject({ vendorName: "Keyturn" });
	expect(settings.supportEmail ?? null).toBeNull();

	await keyturn.payload.updateGlobal({ slug: "settings", data: { vendorName: "Ours" }, ...system });
	await keyturn.payload.update({ collection: "plans", id: plans[0]?.id ?? "", data: { name: "Renamed" }, ...system });
	await ensureDefaults(keyturn.payload);
	expect(await keyturn.payload.findGlobal({ slug: "settings", depth: 0, ...system })).toMatchObject({
		vendorName: "Ours",
	});
	expect((await all("plans")).map(({ id }) => id).toSorted()).toEqual(plans.map(({ id }) => id).toSorted());
	expect(await all("plans")).toContainEqual(expect.objectContaining({ id: plans[0]?.id, name: "Renamed" }));
	expect(await all("casinos")).toEqual([]);
	expect(await all("users")).toHaveLength(1);
});
