import { expect, test, vi } from "vitest";
import { Conflict, KeyturnError, NotFound, toHttp, VendorFailed } from "@/errors";

/** The module once more, as another entry of a built server holds it. */
async function anotherCopy() {
	vi.resetModules();
	return import("@/errors");
}

test("an error raised by another copy of the module is known for what it is", async () => {
	const other = await anotherCopy();
	const error = new other.VendorFailed({ vendor: "Stripe", message: "is away", isTransient: true });
	expect(other.VendorFailed).not.toBe(VendorFailed);
	expect(error instanceof VendorFailed).toBe(true);
	expect(error instanceof KeyturnError).toBe(true);
	expect(error instanceof Conflict).toBe(false);
	expect(toHttp(new other.NotFound()).status).toBe(404);
});

test("the base is no subclass, and nothing else is one of ours", () => {
	const base = new KeyturnError({ code: "x", status: 400, publicMessage: "x" });
	expect(base instanceof NotFound).toBe(false);
	for (const value of [new Error("x"), null, undefined, "NotFound", { code: "not_found", status: 404 }]) {
		expect(value instanceof KeyturnError).toBe(false);
	}
	expect(new NotFound().name).toBe("NotFound");
});
