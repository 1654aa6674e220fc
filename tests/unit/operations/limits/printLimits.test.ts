import { expect, test } from "vitest";
import { printLimits } from "@/operations/limits/printLimits";

test("the documentation's page is what the limits print", async () => {
	await expect(printLimits()).toMatchFileSnapshot("../../../../docs/limits.md");
});
