import { nobody, type PortfolioFilters } from "@/domain/portfolio/portfolioQuery";
import { isLateSql } from "../plan/daysLateSql";
import { waitingSql } from "../plan/waitingSql";

const always = "true";

/**
 * The condition that filters make over `onboardings o` joined with `casinos c`.
 * @param first the number of its first parameter
 */
export function conditionOf(filters: PortfolioFilters, first = 1): { condition: string; values: unknown[] } {
	const values: unknown[] = [];
	const given = (condition: string, value: unknown) => {
		if (value === null) return always;
		values.push(value);
		return condition.replaceAll("?", `$${first + values.length - 1}`);
	};
	const { status, isLate, waiting } = filters;
	const conditions = [
		given(
			"(c.name ILIKE ? OR o.title ILIKE ? OR o.operations_lead_name ILIKE ? OR o.operations_lead_email ILIKE ?)",
			filters.text === null ? null : `%${escapePattern(filters.text)}%`,
		),
		given("o.playbook_id = ?::uuid", filters.playbook),
		given("o.phase = ?", filters.phase),
		given("o.status = ?::enum_onboardings_status", status === "any" ? null : status),
		given("o.health = ?::enum_onboardings_health", filters.health),
		given("lower(o.operations_lead_email) = lower(?)", filters.lead),
		filters.manager === nobody ? "o.manager_id IS NULL" : given("o.manager_id = ?::uuid", filters.manager),
		// Of a plain comparison the planner expects a handful, and joins the thousands that are left one by one.
		given(`coalesce((${waitingSql} ->> 'who') = ?, false)`, waiting),
		isLate ? isLateSql : always,
	];
	return { condition: conditions.filter((one) => one !== always).join(" AND ") || always, values };
}

const escapePattern = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");
