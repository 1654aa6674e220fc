const words: Record<string, string> = {
	acceptances: "Acceptance",
	"adoption-reports": "Adoption report",
	"casino-settings": "Settings",
	casinos: "Casino",
	"check-ins": "Check-in",
	"checklist-items": "Item",
	contracts: "Contract",
	decisions: "Decision",
	invoices: "Invoice",
	messages: "Message",
	onboardings: "Onboarding",
	"payment-events": "Payment event",
	"pilot-issues": "Pilot issue",
	"provisioning-runs": "Run",
	"provisioning-steps": "Step of the run",
	risks: "Risk",
	"spot-checks": "Spot check",
	staff: "Roster",
	"staff-invites": "Invitation",
	"training-sessions": "Training session",
	waits: "Wait",
};

/** What a link to the record behind a finding says. */
export const sayRecord = (collection: string): string => words[collection] ?? "Record";
