import type { WaitingOn } from "@/domain/waitingOn";
import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { createCustomer, type Person } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";
import { readPortfolioAs } from "./portfolioWorld";

/** What one screen says of one onboarding; what it does not show is left out. */
type Answer = {
	waitingOn?: WaitingOn;
	health?: string;
	healthSays?: string | null;
	daysLate?: number | null;
	/** Ids of the items that are late. */
	lateItems?: string[];
};
type Answers = Record<string, Answer>;

/** Every onboarding there is, by its id: what each screen says of it. Two pages of the portfolio are not asked for. */
export async function askEverywhere(keyturn: Keyturn, vendor: Person): Promise<Map<string, Answers>> {
	const { rows } = await readPortfolioAs(keyturn, vendor, "status=any");
	const [exported, late, next, portal] = await Promise.all([
		readExport(keyturn, vendor),
		readLateWork(keyturn, vendor),
		readNext(keyturn, vendor),
		openPortal(keyturn, rows),
	]);
	const answers = new Map<string, Answers>();
	for (const row of rows) {
		const { health, healthSays, daysLate, waitingOn } = row;
		answers.set(row.id, {
			portfolio: { health, healthSays, daysLate, waitingOn },
			export: exported.get(row.id) ?? {},
			...(await askPages(keyturn, vendor, row)),
			...(row.status === "open" ? { "my work": { lateItems: late.get(row.id) ?? [] } } : {}),
			...(next.has(row.id) ? { dashboard: next.get(row.id) ?? {} } : {}),
			...(await portal(row)),
		});
	}
	return answers;
}

/** What the screens say that is not what the portfolio or the onboarding's page says; empty when they agree. */
export function findDisagreements(answers: Map<string, Answers>): string[] {
	return [...answers].flatMap(([id, screens]) => {
		const truth: Answer = { ...screens.page, ...screens.portfolio };
		return Object.entries(screens).flatMap(([screen, answer]) =>
			Object.entries(answer).flatMap(([figure, told]) => {
				const known = truth[figure as keyof Answer];
				const isSame = JSON.stringify(sorted(told)) === JSON.stringify(sorted(known));
				return isSame ? [] : [`${id} ${figure}: ${screen} ${JSON.stringify(told)}, not ${JSON.stringify(known)}`];
			}),
		);
	});
}

const sorted = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value);

async function askPages(keyturn: Keyturn, vendor: Person, row: PortfolioRow): Promise<Answers> {
	const { readOnboardingPage } = await import("@/operations/plan/readOnboardingPage");
	const { readCasino360 } = await import("@/operations/views/readCasino360");
	const req = await keyturn.requestOf(vendor.user);
	const { live, plan } = await readOnboardingPage({ req, onboardingId: row.id });
	const { onboarding } = await readCasino360({ req, casinoId: row.casinoId });
	const isMyWork = ({ automation, criterion, kind }: (typeof plan.items)[number]) =>
		!automation && (!criterion || kind !== "exit_criterion");
	return {
		page: {
			waitingOn: live.waitingOn,
			health: plan.health.level,
			healthSays: plan.health.reasons[0]?.says ?? null,
			daysLate: plan.dates.daysLate,
			lateItems: plan.items.filter((item) => item.isLate && isMyWork(item)).map(({ id }) => id),
		},
		...(onboarding?.id === row.id
			? {
					casino360: {
						waitingOn: onboarding.waitingOn,
						health: onboarding.health,
						healthSays: onboarding.healthReasons[0] ?? null,
						daysLate: onboarding.daysLate,
					},
				}
			: {}),
	};
}

/** One person who belongs to every customer: what the portal says, and on whom it rests without the vendor's words. */
async function openPortal(keyturn: Keyturn, rows: PortfolioRow[]) {
	const { readOnboardingLive } = await import("@/operations/live/readOnboardingLive");
	const { readPortalHome } = await import("@/operations/views/readPortalHome");
	const casinos = [...new Set(rows.map(({ casinoId }) => casinoId))];
	const person = await createCustomer(
		keyturn,
		casinos.map((casino) => ({ casino, roles: ["executive_sponsor"] })),
	);
	const req = await keyturn.requestOf(person.user);
	const home = await readPortalHome({ req });
	return async ({ id, waitingOn }: PortfolioRow): Promise<Answers> => {
		const live = await readOnboardingLive({ req, onboardingId: id });
		const shown = home.casinos.find(({ plan }) => plan?.onboardingId === id);
		const { plan } = shown ?? {};
		const theirs = { ...waitingOn, who: live.waitingOn.who, since: live.waitingOn.since };
		const atGate = shown && shown.waitingFor.length > 0 && live.status === "open" && !waitingOn.since;
		const told = atGate && live.waitingOn.what !== `${shown.waitingFor[0]}: not yet.` ? live.waitingOn : theirs;
		return {
			portal: { waitingOn: told, ...(plan ? { health: plan.health.level, daysLate: plan.dates.daysLate } : {}) },
		};
	};
}

async function readExport(keyturn: Keyturn, vendor: Person): Promise<Map<string, Answer>> {
	const { exportPortfolio } = await import("@/operations/portfolio/exportPortfolio");
	const { parsePortfolioQuery } = await import("@/domain/portfolio/portfolioQuery");
	const { parseCsv } = await import("@/domain/csv/parseCsv");
	const query = parsePortfolioQuery(new URLSearchParams("status=any"));
	const stream = await exportPortfolio({ req: await keyturn.requestOf(vendor.user), query });
	const [head = [], ...lines] = parseCsv(await new Response(stream).text()).records.map(({ cells }) => cells);
	return new Map(
		lines.map((line) => {
			const cell = (name: string) => line[head.indexOf(name)] ?? "";
			const [who, what, since] = [cell("waiting on"), cell("waiting for"), cell("waiting since") || null];
			const waitingOn = { who: who as WaitingOn["who"], what, since };
			return [cell("onboarding"), { waitingOn, health: cell("health"), healthSays: cell("why") || null }];
		}),
	);
}

/** The late items of each onboarding, whoever they are for. */
async function readLateWork(keyturn: Keyturn, vendor: Person): Promise<Map<string, string[]>> {
	const { readWorkItems } = await import("@/operations/portfolio/readMyWork");
	const { customerRoles, vendorRoles } = await import("@/access/roles");
	const late = new Map<string, string[]>();
	for (const whose of [...vendorRoles, ...customerRoles]) {
		const query = { text: null, span: "all", whose, page: 1 } as const;
		const req = await keyturn.requestOf(vendor.user);
		for (const { id, onboardingId, daysLeft } of await readWorkItems({ req, query, limit: 2000, offset: 0 })) {
			if (daysLeft !== null && daysLeft < 0) late.set(onboardingId, [...(late.get(onboardingId) ?? []), id]);
		}
	}
	return late;
}

async function readNext(keyturn: Keyturn, vendor: Person): Promise<Map<string, Answer>> {
	const { readDashboard } = await import("@/operations/views/readDashboard");
	const { portfolio, needs } = await readDashboard({ req: await keyturn.requestOf(vendor.user) });
	const next = portfolio.next.map(({ id, health, daysLate }): [string, Answer] => [id, { health, daysLate }]);
	const red = needs.redHealth.rows.map(({ id, detail }): [string, Answer] => [
		id,
		{ health: "red", healthSays: detail },
	]);
	const told = new Map(next);
	for (const [id, answer] of red) told.set(id, { ...told.get(id), ...answer });
	return told;
}
