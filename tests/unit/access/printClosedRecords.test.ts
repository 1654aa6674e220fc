import { expect, test } from "vitest";
import { printClosedRecords } from "@/access/printClosedRecords";

test("the documentation's page is what the declaration prints", async () => {
	await expect(printClosedRecords()).toMatchFileSnapshot("../../../docs/closed-records.md");
});
