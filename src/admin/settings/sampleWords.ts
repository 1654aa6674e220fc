import { counted, listed } from "@/domain/inWords";
import type { Samples } from "@/operations/samples/removeSamples";

/** “19 customers, 19 companies, and 12 accounts”; null when there are none. */
export function countSamples({ casinos, companies, people, kept }: Samples): string | null {
	const counts = [
		{ count: casinos.length, words: counted(casinos.length, "customer") },
		{ count: companies, words: counted(companies, "company", "companies") },
		{ count: people.length + kept.length, words: counted(people.length + kept.length, "account") },
	].filter(({ count }) => count > 0);
	return counts.length === 0 ? null : listed(counts.map(({ words }) => words));
}

/** What is removed, then what stays: one sentence each. */
export function describeRemoval(samples: Samples): { removed: string[]; stays: string[] } {
	const { casinos, companies, people, kept } = samples;
	const removed = [
		casinos.length === 0
			? null
			: `${counted(casinos.length, "customer")} with all their onboardings, contracts, invoices, payments, files and staff, and their tenants in the product.`,
		companies === 0 ? null : `${counted(companies, "company", "companies")}.`,
		people.length === 0 ? null : `${counted(people.length, "account")}: their sessions end at once.`,
	];
	const stays = [
		"Every customer, company and account that somebody added.",
		"Settings, plans, playbooks and the audit record.",
		kept.length === 0
			? null
			: `${counted(kept.length, "account")} that records of other customers name, without access: ${listed(kept)}.`,
	];
	return { removed: removed.filter((line) => line !== null), stays: stays.filter((line) => line !== null) };
}
