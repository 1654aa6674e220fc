import { automation, criterion, phase, signedCriterion, task, workingDays } from "../write";

export const provisioning = phase(
	"provisioning",
	"Provisioning",
	"The tenant exists, a person has confirmed its region, and its plan is granted.",
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
		criterion("entitlements_granted", "What the plan grants is granted", {
			due: workingDays(1).after("gate_opened"),
		}),
		task("region_confirmed", "Confirm that the tenant runs in the region that was decided", {
			guidance: "Keyturn does not place the tenant: look in the product, and note what it says.",
			proof: "value",
			timed: true,
			due: workingDays(1).after("provisioned"),
			after: ["region"],
		}),
		signedCriterion("usage_visible", "The administrator sees usage against the limit, and the limit holds", {
			guidance: "Go to the limit once, in a trial: what was agreed for it happens.",
			by: "casino_admin",
			due: workingDays(3).after("provisioned"),
			after: ["overage"],
		}),
	],
);
