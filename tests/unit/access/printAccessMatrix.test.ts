import { expect, test } from "vitest";
import { printAccessMatrix } from "@/access/printAccessMatrix";

test("the documentation's page is what the matrix prints", async () => {
	await expect(printAccessMatrix()).toMatchFileSnapshot("../../../docs/access-matrix.md");
});
