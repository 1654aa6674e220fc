import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMyWorkQuery, printMyWorkQuery } from "@/domain/portfolio/myWorkQuery";
import { hasFilters, parsePortfolioQuery, printPortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { monthsOf, parseReportQuery } from "@/domain/portfolio/reportQuery";

const parse = (address: string) => parsePortfolioQuery(new URLSearchParams(address));

test("without anything in the address every open onboarding is listed, the next go-live first", () => {
	expect(parse("")).toEqual({
		...{
			text: null,
			playbook: null,
			phase: null,
			status: "open",
			health: null,
			waiting: null,
			lead: null,
			manager: null,
		},
		...{ isLate: false, view: "list", sort: "forecast", isDescending: false, hidden: ["lead", "opened"], page: 1 },
	});
	expect(printPortfolioQuery(parse("")).toString()).toBe("");
	expect(hasFilters(parse("view=board&sort=-health"))).toBe(false);
	expect(hasFilters(parse("status=any"))).toBe(true);
});

test("what an address says that means nothing is left out", () => {
	expect(parse("status=lost&health=blue&playbook=1&page=-3&sort=secret&view=map&late=1&manager=x'--")).toEqual(
		parse(""),
	);
	expect(parse("page=1.5").page).toBe(1);
	expect(parse("page=99999999").page).toBe(10_000);
});

test("every query comes back from its address as it was", () => {
	const id = fc.uuid();
	const address = fc.record(
		{
			q: fc.string({ minLength: 1, maxLength: 40 }),
			playbook: id,
			manager: fc.oneof(id, fc.constant("nobody")),
			phase: fc.stringMatching(/^[a-z_]{1,20}$/),
			status: fc.constantFrom("open", "on_hold", "completed", "cancelled", "any", "no such"),
			health: fc.constantFrom("green", "yellow", "red", "blue"),
			waiting: fc.constantFrom("us", "customer", "third_party", "nobody"),
			lead: fc.emailAddress(),
			late: fc.constantFrom("yes", "no"),
			sort: fc.constantFrom("forecast", "-forecast", "customer", "-health", "?"),
			columns: fc.constantFrom("none", "phase", "phase.lead.opened", ""),
			view: fc.constantFrom("list", "board", "timeline"),
			page: fc.integer({ min: -2, max: 20_000 }).map(String),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(address, (given) => {
			const query = parsePortfolioQuery(new URLSearchParams(given));
			expect(parsePortfolioQuery(printPortfolioQuery(query))).toEqual(query);
		}),
	);
});

test("my work begins with the next seven days, and keeps what was chosen", () => {
	const parseWork = (address: string) => parseMyWorkQuery(new URLSearchParams(address));
	expect(parseWork("")).toEqual({ text: null, span: "week", whose: "mine", page: 1 });
	expect(printMyWorkQuery(parseWork("")).toString()).toBe("");
	const chosen = parseWork("q=heron&span=all&whose=finance&page=3");
	expect(chosen).toEqual({ text: "heron", span: "all", whose: "finance", page: 3 });
	expect(parseMyWorkQuery(printMyWorkQuery(chosen))).toEqual(chosen);
	expect(parseWork("span=never&whose=a'b&page=0")).toEqual(parseWork(""));
});

test("a report covers the last twelve months, never backwards and never more than three years", () => {
	const parseReport = (address: string) => parseReportQuery(new URLSearchParams(address), "2026-03-05T00:00:00Z");
	expect(parseReport("")).toEqual({ from: "2025-04", to: "2026-03", playbook: null });
	expect(parseReport("from=2026-05&to=2026-02")).toMatchObject({ from: "2026-02", to: "2026-02" });
	expect(parseReport("from=2001-01&to=2026-02")).toMatchObject({ from: "2023-03", to: "2026-02" });
	expect(parseReport("from=2026-13")).toMatchObject({ from: "2025-04" });
	expect(monthsOf({ from: "2025-11", to: "2026-02" })).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
});
