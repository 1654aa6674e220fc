import { getPayload } from "payload";
import { ensureDefaults } from "./seeding/ensureDefaults";
import { ensureFirstAdmin } from "./seeding/ensureFirstAdmin";
import { ensurePlaybooks } from "./seeding/ensurePlaybooks";
import { seedSamplePortfolio } from "./seeding/seedSamplePortfolio";

/**
 * Brings a migrated database to where somebody can sign in and work: the first administrator, settings, plans, the shipped
 * playbooks and, if asked for, the sample portfolio. Safe to repeat: what is there stays as it is.
 * @param input.samplePassword for the people of the samples; without one none of them can sign in
 */
export async function seed(input: { samples: boolean; samplePassword?: string | undefined }): Promise<void> {
	const { default: config } = await import("@payload-config");
	const payload = await getPayload({ config });
	await ensureFirstAdmin(payload);
	await ensureDefaults(payload);
	await ensurePlaybooks(payload);
	if (input.samples) await seedSamplePortfolio(payload, { password: input.samplePassword });
}
