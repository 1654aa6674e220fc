export const workSpans = ["overdue", "today", "week", "all"] as const;
/** Overdue; with what is due today at the casino; in the next 7 days; everything, what has no date included. */
export type WorkSpan = (typeof workSpans)[number];

export type MyWorkQuery = {
	/** Part of a customer's name or of an item's title. */
	text: string | null;
	span: WorkSpan;
	/** `mine`: given to me, or to nobody and my role's. `given`: to me alone. Otherwise a role, whoever has it. */
	whose: string;
	/** From 1. */
	page: number;
};

const MOST_PAGES = 10_000;

/** What an address asks for; what means nothing is left out. */
export function parseMyWorkQuery(address: URLSearchParams): MyWorkQuery {
	const whose = address.get("whose") ?? "";
	const page = Number(address.get("page"));
	return {
		text: address.get("q")?.replaceAll("\0", "").trim().slice(0, 200) || null,
		span: workSpans.find((span) => span === address.get("span")) ?? "week",
		whose: /^[a-z_]{1,40}$/.test(whose) ? whose : "mine",
		page: Number.isInteger(page) && page >= 1 ? Math.min(page, MOST_PAGES) : 1,
	};
}

/** The same as an address, without what is usual. */
export function printMyWorkQuery({ text, span, whose, page }: MyWorkQuery): URLSearchParams {
	const given = {
		q: text,
		span: span === "week" ? null : span,
		whose: whose === "mine" ? null : whose,
		page: page === 1 ? null : String(page),
	};
	return new URLSearchParams(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null));
}
