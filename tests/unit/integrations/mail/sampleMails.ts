import type { TemplateName } from "@/integrations/mail/templates";

const casinoName = "Grand Meridian";
const contact = { name: "Priya Raman", email: "priya@vendor.example" };
const expiresAt = "2025-11-27T14:00:00Z";

/** One believable mail of every template, with everything a template can show. */
export const sampleMails: Record<TemplateName, Record<string, unknown>> = {
	payment_received: {
		casinoName,
		recipientName: "Lena Ortiz",
		invoiceNumber: "INV-2025-0042",
		amount: "$48,000.00",
		adminContactName: "Marcus Weld",
		contact,
	},
	access_delayed: {
		casinoName,
		recipientName: "Lena Ortiz",
		invoiceNumber: "INV-2025-0042",
		amount: "$48,000.00",
		contact,
	},
	staff_invite: {
		casinoName,
		recipientName: "Marcus Weld",
		role: "casino_admin",
		inviterName: "Priya Raman",
		expiresAt,
		timezone: "America/Los_Angeles",
	},
	sign_in_link: { recipientName: "Marcus Weld", casinoName, expiresAt },
	account_invite: { recipientName: "Marcus Weld", expiresAt },
	password_reset: { recipientName: "Marcus Weld", expiresAt },
	password_changed: { recipientName: "Marcus Weld", changedAt: expiresAt },
	welcome: {
		casinoName,
		recipientName: "Marcus Weld",
		signInUrl: "https://keyturn.vendor.example/admin",
		signInEmail: "marcus@grandmeridian.example",
		plan: "Floor Pro, 12 seats",
		contact,
	},
	payment_confirmation_finance: {
		casinoName,
		companyName: "Meridian Gaming Holdings Ltd",
		recipientName: "Accounts",
		invoices: [{ number: "INV-2025-0042", amount: "$48,000.00", paidAt: "2025-11-20T09:12:00Z" }],
		plan: "Floor Pro, 12 seats",
		contact,
	},
	check_in: {
		casinoName,
		recipientName: "Marcus Weld",
		day: 3,
		hasSignedIn: false,
		signInUrl: "https://keyturn.vendor.example/admin",
		contact,
	},
	go_live_announcement: {
		casinoName,
		subject: "Grand Meridian goes live",
		text: "Hello Marcus Weld,\n\nif it is not in the product, it did not happen.",
	},
	item_notices: {
		casinoName,
		recipientName: "Marcus Weld",
		asked: [{ title: "Approve the success criteria", casinoName }],
		done: [{ title: "Invitation of the first administrator", casinoName }],
		more: 0,
		pageUrl: "https://keyturn.vendor.example/portal",
	},
	run_failed: {
		casinoName,
		step: "Bootstrap the product",
		cause: "The product's database did not answer within 10 seconds.",
		attempts: 5,
		purchaserEmail: "lena@meridian.example",
		runUrl: "https://keyturn.vendor.example/admin/collections/provisioning-runs/1",
	},
	payment_failed: {
		casinoName,
		invoiceNumber: "INV-2025-0042",
		amount: "$48,000.00",
		purchaserEmail: "lena@meridian.example",
		cause: "Your card was declined.",
		invoiceUrl: "https://keyturn.vendor.example/admin/collections/invoices/1",
	},
	payment_held: {
		reason: "The payer wrote from lena@meridian.example, the invoice names accounts@meridian.example.",
		amount: "$48,000.00",
		payer: "lena@meridian.example",
		provider: "Stripe",
		casinoName,
		eventUrl: "https://keyturn.vendor.example/admin/collections/payment-events/1",
	},
	health_changed: {
		casinoName: "North Star",
		level: "red",
		reasons: ["The provisioning run failed at “Create the tenant”.", "2 items are overdue."],
		hours: 24,
		onboardingUrl: "https://keyturn.example/admin/collections/onboardings/1",
	},
	risk_opened: {
		title: "Nobody at Grand Meridian has signed in for seven days",
		detail: "The invitation was sent three times. Call the operations lead.",
		severity: "high",
		casinoName,
		riskUrl: "https://keyturn.vendor.example/admin/collections/risks/1",
	},
};
