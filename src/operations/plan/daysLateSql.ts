/**
 * How many days after the promised one the onboarding `o` went live, or is expected to: negative when it is earlier, null where
 * none was promised. All three are days of the casino, and the expected one is never before its today (`advancePlan`).
 */
export const daysLateSql = "(coalesce(o.went_live_at, o.forecast_go_live_at, o.go_live_at) - o.go_live_at)";

export const isLateSql = `(${daysLateSql} > 0)`;
