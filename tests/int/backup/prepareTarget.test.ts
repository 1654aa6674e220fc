import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareTarget } from "../../../scripts/backup/prepareTarget";
import { asOwner } from "../../harness/asOwner";
import { openProductDatabase, type ProductDatabase } from "../integrations/product/openProductDatabase";

let keyturn: ProductDatabase;
let product: ProductDatabase;
const mediaFolder = "media-of-no-restore";

beforeEach(async () => {
	keyturn = await openProductDatabase({ migrate: false });
	product = await openProductDatabase();
});
afterEach(() => Promise.all([keyturn.close(), product.close()]));

const nameOf = ({ url }: ProductDatabase) => new URL(url).pathname.slice(1);
const prepare = (replace?: string) =>
	prepareTarget({ urls: { keyturn: keyturn.url, product: product.url }, mediaFolder, replace });
const run = (database: ProductDatabase, sql: string) => asOwner({ databaseUrl: database.url }, sql);
const hasFloor = async () => (await run(product, "SELECT to_regclass('floor.casino') AS at"))[0]?.at !== null;

describe("a restore without --replace", () => {
	test("goes into an empty place", async () => {
		await prepare();
		expect(await hasFloor()).toBe(false);
	});

	test("leaves a database of somebody else's as it is", async () => {
		await run(keyturn, "CREATE TABLE orders (id int); INSERT INTO orders VALUES (1)");
		await expect(prepare()).rejects.toThrow(`The database ${nameOf(keyturn)} is not empty.`);
		expect(await run(keyturn, "SELECT id FROM orders")).toEqual([{ id: 1 }]);
		expect(await hasFloor()).toBe(true);
	});

	test("leaves a product with customers as it is, also beside a new database of Keyturn's", async () => {
		await run(
			product,
			"INSERT INTO floor.casino (id, name, slug, timezone) VALUES (gen_random_uuid(), 'Heron', 'heron', 'UTC')",
		);
		await expect(prepare()).rejects.toThrow(`The product's database ${nameOf(product)} is not empty.`);
		expect(await run(product, "SELECT name FROM floor.casino")).toEqual([{ name: "Heron" }]);
		await prepare(nameOf(keyturn));
		expect(await hasFloor()).toBe(false);
	});
});
