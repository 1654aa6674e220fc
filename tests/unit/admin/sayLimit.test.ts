import { expect, test } from "vitest";
import { sayLimit } from "@/admin/invoice/sayLimit";

const limit = { amount: 5_000_000, currency: "usd" };

test.each([
	["usd", "Above $50,000.00 another person has to approve it first."],
	["EUR", "Another person has to approve it first: the limit for one is in USD."],
])("of money in %s", (currency, said) => {
	expect(sayLimit(limit, currency)).toBe(said);
});
