import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";
import type { Evidence, ProductPort } from "../ports";

async function proveAccess(input: { casinoId: string; adminEmail: string }, product: ProductPort): Promise<Evidence> {
	const report = await product.checkAccess(input);
	const failed = report.checks.filter(({ ok }) => !ok);
	if (!report.ok || failed.length > 0) {
		throw new EffectMissing(`The access check failed: ${failed.map(({ detail }) => detail).join(" ")}`);
	}
	return { checks: report.checks.map(({ name, detail }) => `${name}: ${detail}`) };
}

/** The administrator can enter, read settings and invite staff, and sees no other casino: proven under row-level security. */
export const checkAccess = defineStep({
	name: "check_access",
	title: "Check the administrator's access",
	input: ({ casino, adminContact }) => ({ casinoId: casino.id, adminEmail: adminContact.email }),
	idempotencyKey: ({ casinoId }) => `access:${casinoId}`,
	// The check leaves nothing behind: running it is verifying it.
	run: async () => ({}),
	verify: (input, { product }) => proveAccess(input, product),
	undo: { cannot: "The check left nothing behind." },
});
