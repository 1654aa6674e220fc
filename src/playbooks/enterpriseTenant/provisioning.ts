import { automation, criterion, phase, signedCriterion, workingDays } from "../write";

export const provisioning = phase(
	"provisioning",
	"Provisioning",
	"The tenant exists, in the region that was chosen, with its limits in force.",
	[
		automation("confirm_tenant", "Company and tenant exist"),
		automation("create_settings", "Settings to start from"),
		automation("bootstrap_product", "The tenant in the product"),
		automation("invite_administrator", "Invitation of the tenant's administrator", { tells: ["casino_admin"] }),
		automation("grant_entitlements", "Capacity units that the plan grants"),
		automation("check_access", "Access tried as the tenant's administrator"),
		automation("mark_live", "Tenant opened"),
		automation("send_welcome", "Welcome message with the first steps", { tells: ["casino_admin", "operations_lead"] }),
		automation("confirm_to_finance", "Finance told that what was paid for is delivered", {
			tells: ["finance", "finance_contact"],
		}),
		automation("schedule_check_ins", "Check-ins of the first week planned"),
		criterion("run_succeeded", "Every step of the provisioning is proven", {}),
		criterion("access_verified", "The tenant's people get in, and nobody else", {
			due: workingDays(1).after("gate_opened"),
		}),
		criterion("entitlements_granted", "The limits of the plan are in force", {
			due: workingDays(1).after("gate_opened"),
		}),
		signedCriterion("usage_visible", "The administrator sees usage against the limit, and the limit holds", {
			guidance: "Go to the limit once, in a trial: what was agreed for it happens, and the notice arrives.",
			by: "casino_admin",
			due: workingDays(3).after("provisioned"),
			after: ["overage"],
		}),
	],
);
