import type { HealthRule, HealthRuleName } from "./healthReason";
import * as money from "./moneyRules";
import * as use from "./useRules";
import * as work from "./workRules";

/** The table of health: what makes an onboarding yellow or red. */
export const healthRules: Readonly<Record<HealthRuleName, HealthRule>> = Object.freeze({
	run_failed: work.runFailed,
	payment_standing: money.paymentStanding,
	payment_held: money.paymentHeld,
	invoice_overdue: money.invoiceOverdue,
	high_risk: work.highRisk,
	pilot_blocker: work.pilotBlocker,
	acceptance: work.acceptance,
	our_items_overdue: work.ourItemsOverdue,
	customer_items_overdue: work.customerItemsOverdue,
	forecast_late: work.forecastLate,
	adoption_low: use.adoptionLow,
	exceptions_high: use.exceptionsHigh,
	administrator_absent: use.administratorAbsent,
	waiting_long: work.waitingLong,
});
