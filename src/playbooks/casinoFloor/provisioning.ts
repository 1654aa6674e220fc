import { automation, criterion, phase, signedCriterion, workingDays } from "../write";

/** Phase B, with the baseline settings, the hand-off to the administrator and the calls of the first week. */
export const provisioning = phase(
	"provisioning",
	"Provisioning",
	"The customer has become a tenant that its administrator can work in.",
	[
		automation("confirm_tenant", "Company and casino exist", {
			guidance:
				"The company says who is billed and signs; the casino is what access is bound to. A missing or unfinished company holds nobody up: without one the casino's own name serves.",
		}),
		automation("create_settings", "Baseline settings"),
		automation("bootstrap_product", "The tenant in the product, with its first administrator"),
		automation("invite_administrator", "Invitation of the first administrator", { tells: ["casino_admin"] }),
		automation("grant_entitlements", "What the plan grants"),
		automation("check_access", "Access tried under the product's own row-level security"),
		automation("mark_live", "Casino opened"),
		automation("send_welcome", "Welcome message with the first steps", { tells: ["casino_admin", "operations_lead"] }),
		automation("confirm_to_finance", "Finance told that what was paid for is delivered", {
			tells: ["finance", "finance_contact"],
		}),
		automation("schedule_check_ins", "Check-ins of the first week planned"),

		criterion("run_succeeded", "The tenant is created and every step is proven", {
			due: workingDays(2).after("gate_opened"),
		}),
		criterion("settings_created", "The baseline settings are there", { due: workingDays(2).after("gate_opened") }),
		criterion("administrator_signed_in", "The administrator can sign in", {
			by: "casino_admin",
			due: workingDays(3).after("provisioned"),
		}),
		criterion("access_verified", "Tenant access verified", {
			due: workingDays(2).after("gate_opened"),
		}),
		signedCriterion("administrator_can_invite", "The administrator opens the settings and invites staff", {
			guidance: "Change one setting and invite one person.",
			by: "casino_admin",
			due: workingDays(3).after("provisioned"),
			after: ["administrator_signed_in"],
		}),
	],
);
