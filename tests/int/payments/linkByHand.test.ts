import { afterAll, beforeAll, expect, test } from "vitest";
import { createVendor } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";

let keyturn: Keyturn;

beforeAll(async () => {
	keyturn = await startKeyturn();
});

afterAll(() => keyturn?.stop());

test("finance links a company to its customer at Stripe and corrects the link; operations may not", async () => {
	const finance = await createVendor(keyturn, "finance");
	const ops = await createVendor(keyturn, "ops");
	const created = await keyturn.rest("POST", "/companies?depth=0", {
		as: finance,
		body: { name: "Linked Ltd", stripeID: "cus_first" },
	});
	expect(created.status).toBe(201);
	const { id } = (created.body as { doc: { id: string } }).doc;
	const stored = async () =>
		(await keyturn.payload.findByID({ collection: "companies", id, depth: 0, overrideAccess: true })).stripeID;
	expect(await stored()).toBe("cus_first");
	await keyturn.rest("PATCH", `/companies/${id}`, { as: ops, body: { stripeID: "cus_other" } });
	expect(await stored()).toBe("cus_first");
	await keyturn.rest("PATCH", `/companies/${id}`, { as: finance, body: { stripeID: "cus_second" } });
	expect(await stored()).toBe("cus_second");
	await keyturn.rest("PATCH", `/companies/${id}`, { as: ops, body: { phone: "+356 2100 0000" } });
	expect(await stored()).toBe("cus_second");
});
