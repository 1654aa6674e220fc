import type { Slug } from "@/slugs";

/** Fields a pit boss may not read, by collection. */
export const hiddenFields: Partial<Record<Slug, string[]>> = {
	invoices: [
		"amountDue",
		"amountPaid",
		"amountRefunded",
		"purchaserEmail",
		"hostedUrl",
		"paymentFailedAt",
		"closedAtProviderAt",
		"reversals",
		"stripeInvoiceId",
		"stripePaymentIntentId",
		"xeroInvoiceId",
		"po.number",
		"po.reason",
		"po.approvedBy",
		"po.secondApprover",
	],
	contracts: ["notes"],
	casinos: ["notes", "paymentStanding"],
	onboardings: ["notes", "manager", "forecastBecause", "healthReasons", "definitionOfDone"],
	"checklist-items": ["note", "snoozeReason", "rule", "foundIn"],
	decisions: ["packet"],
	"training-sessions": ["notes"],
	"pilot-issues": ["outcome", "roadmapLink", "triageNote"],
	"check-ins": ["notes", "outcome"],
	"provisioning-runs": ["error", "undoReason", "claim", "leaseUntil"],
	"provisioning-steps": ["evidence", "error", "reason"],
	subscriptions: ["stripeSubscriptionId", "stripeCustomerId"],
	users: ["hash", "salt", "sessions", "resetPasswordToken", "memberships.roles"],
};
