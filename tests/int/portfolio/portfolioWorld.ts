import { parseMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { parsePortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import type { Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";

/** The portfolio by an address's filters. */
export async function readPortfolioAs(keyturn: Keyturn, person: Person, address = "") {
	const { readPortfolio } = await import("@/operations/portfolio/readPortfolio");
	const req = await keyturn.requestOf(person.user);
	return readPortfolio({ req, query: parsePortfolioQuery(new URLSearchParams(address)) });
}

/** My work by an address's filters. */
export async function readWorkAs(keyturn: Keyturn, person: Person, address = "") {
	const { readMyWork } = await import("@/operations/portfolio/readMyWork");
	const req = await keyturn.requestOf(person.user);
	return readMyWork({ req, query: parseMyWorkQuery(new URLSearchParams(address)) });
}

/** Reports over 2026. */
export async function readReportsAs(keyturn: Keyturn, person: Person, playbook: string | null = null) {
	const { readReports } = await import("@/operations/portfolio/readReports");
	return readReports({
		req: await keyturn.requestOf(person.user),
		query: { from: "2026-01", to: "2026-12", playbook },
	});
}
