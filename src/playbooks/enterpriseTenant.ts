import type { PlaybookContent } from "@/domain/playbook/content";
import { commercial } from "./enterpriseTenant/commercial";
import { connectors } from "./enterpriseTenant/connectors";
import { exitGate } from "./enterpriseTenant/exitGate";
import { live } from "./enterpriseTenant/live";
import { procurement } from "./enterpriseTenant/procurement";
import { provisioning } from "./enterpriseTenant/provisioning";
import { support } from "./enterpriseTenant/support";
import { tenantWords } from "./shippedWords";
import { done, needed } from "./write";

/** One of the first paying tenants of an enterprise sale, with much of it done by people. */
export const enterpriseTenant: PlaybookContent = {
	key: "enterprise_tenant",
	name: "Enterprise tenant",
	summary:
		"From procurement to a live tenant: questionnaire, region and data mode, legal pack, capacity, connectors, policies in simulation before writes, support and an exit gate.",
	goLivePhase: "live",
	words: tenantWords,
	contracts: [needed("order_form")],
	phases: [commercial, procurement, provisioning, connectors, support, exitGate, live],
	definitionOfDone: [
		done("The customer's documents exist and are internally tested", { items: ["documents_exist"] }),
		done("The legal and security pack exists and is internally tested", { items: ["pack_exists"] }),
		done("The usage limits exist and are internally tested", { items: ["limits_exist"] }),
		done("A repeatable onboarding checklist exists and is internally tested", { items: ["checklist_repeatable"] }),
		done("We can confidently onboard and support the tenant", {
			by: ["onboarded_in_two_hours"],
			items: ["ready_to_support"],
		}),
	],
};
