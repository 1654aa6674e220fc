import { isRecordId } from "../isRecordId";
import { onboardingStatuses } from "../onboardingStatus";
import { type WaitedFor, waitedFor } from "../waitingOn";

export const portfolioSorts = ["forecast", "promised", "opened", "customer", "health"] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];
export const portfolioViews = ["list", "board", "timeline"] as const;
export type PortfolioView = (typeof portfolioViews)[number];
/** What a list may leave out; the customer always stands. */
export const portfolioColumns = ["phase", "health", "goLive", "waiting", "manager", "lead", "opened"] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];
const usuallyHidden: readonly PortfolioColumn[] = ["lead", "opened"];
const statuses = [...onboardingStatuses, "any"] as const;
/** As a manager: where there is none. */
export const nobody = "nobody";
const healths = ["green", "yellow", "red"] as const;

/** What is left of the portfolio. Null leaves a filter out. */
export type PortfolioFilters = {
	/** Part of a customer's or an onboarding's name, in any case. */
	text: string | null;
	/** Id of a playbook. */
	playbook: string | null;
	/** Key of the phase that the onboarding is in. */
	phase: string | null;
	status: (typeof statuses)[number];
	health: (typeof healths)[number] | null;
	waiting: WaitedFor | null;
	/** E-mail of the customer's operations lead. */
	lead: string | null;
	/** Id of the vendor's manager, or `nobody`. */
	manager: string | null;
	/** Only those that are expected after the day that was promised. */
	isLate: boolean;
};

export type PortfolioQuery = PortfolioFilters & {
	view: PortfolioView;
	sort: PortfolioSort;
	isDescending: boolean;
	hidden: readonly PortfolioColumn[];
	/** From 1. */
	page: number;
};

const MOST_PAGES = 10_000;

/** What an address asks for. Whatever it says that means nothing is left out: an old bookmark still opens. */
export function parsePortfolioQuery(address: URLSearchParams): PortfolioQuery {
	const text = (name: string) => address.get(name)?.replaceAll("\0", "").trim().slice(0, 200) || null;
	const id = (name: string) => (isRecordId(address.get(name) ?? "") ? address.get(name) : null);
	const sort = address.get("sort") ?? "";
	return {
		text: text("q"),
		playbook: id("playbook"),
		phase: text("phase"),
		status: oneOf(statuses, address.get("status")) ?? "open",
		health: oneOf(healths, address.get("health")),
		waiting: oneOf(waitedFor, address.get("waiting")?.replace(/^us$/, "vendor") ?? null),
		lead: text("lead"),
		manager: address.get("manager") === nobody ? nobody : id("manager"),
		isLate: address.get("late") === "yes",
		view: oneOf(portfolioViews, address.get("view")) ?? "list",
		sort: oneOf(portfolioSorts, sort.replace(/^-/, "")) ?? "forecast",
		isDescending: sort.startsWith("-"),
		hidden: hiddenBy(address.get("columns")),
		page: pageOf(address.get("page")),
	};
}

/** The same as an address, without what is usual: the shortest that asks for this. */
export function printPortfolioQuery(query: PortfolioQuery): URLSearchParams {
	const { status, isLate, view, sort, isDescending, hidden, page } = query;
	const order = `${isDescending ? "-" : ""}${sort}`;
	const given = {
		view: view === "list" ? null : view,
		q: query.text,
		playbook: query.playbook,
		phase: query.phase,
		status: status === "open" ? null : status,
		health: query.health,
		waiting: query.waiting,
		lead: query.lead,
		manager: query.manager,
		late: isLate ? "yes" : null,
		sort: order === "forecast" ? null : order,
		columns: hidden.join() === usuallyHidden.join() ? null : shownBy(hidden).join("."),
		page: page === 1 ? null : String(page),
	};
	return new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether anything is filtered away, but for what is over. */
export function hasFilters(query: PortfolioFilters): boolean {
	const { text, playbook, phase, status, health, waiting, lead, manager, isLate } = query;
	return [text, playbook, phase, health, waiting, lead, manager].some(Boolean) || isLate || status !== "open";
}

function oneOf<Value extends string>(values: readonly Value[], value: string | null): Value | null {
	return values.find((known) => known === value) ?? null;
}

function pageOf(value: string | null): number {
	const page = Number(value);
	return Number.isInteger(page) && page >= 1 ? Math.min(page, MOST_PAGES) : 1;
}

/** The address names what is shown, or `none`. */
function hiddenBy(shown: string | null): readonly PortfolioColumn[] {
	if (shown === null) return usuallyHidden;
	const named = new Set(shown.split("."));
	return portfolioColumns.filter((column) => !named.has(column));
}

function shownBy(hidden: readonly PortfolioColumn[]): string[] {
	const shown = portfolioColumns.filter((column) => !hidden.includes(column));
	return shown.length > 0 ? shown : ["none"];
}
