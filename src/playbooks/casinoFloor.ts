import type { PlaybookContent } from "@/domain/playbook/content";
import { contracting } from "./casinoFloor/contracting";
import { floor } from "./casinoFloor/floor";
import { goLive } from "./casinoFloor/goLive";
import { provisioning } from "./casinoFloor/provisioning";
import { trainingPilot } from "./casinoFloor/trainingPilot";
import { casinoWords } from "./shippedWords";
import { chosen, done, needed } from "./write";

/** A casino's way from discovery to “this is our primary tool”. */
export const casinoFloor: PlaybookContent = {
	key: "casino_floor",
	name: "Casino floor",
	summary:
		"From contract and payment to the primary tool of the floor: provisioning, floor configuration, training, a pilot, go-live and hypercare.",
	goLivePhase: "go_live",
	words: casinoWords,
	contracts: [needed("msa"), needed("order_form"), needed("dpa", chosen("dpa_needed", "yes"))],
	phases: [contracting, provisioning, floor, trainingPilot, goLive],
	definitionOfDone: [
		done("Contract signed and payment gate satisfied", { by: ["contract_signed", "gate_satisfied"] }),
		done("Tenant provisioned; the administrator can sign in and invite staff", {
			by: ["run_succeeded", "access_verified", "administrator_signed_in"],
		}),
		done("Floor configuration complete for the agreed scope", { by: ["floor_ready", "roster_complete"] }),
		done("Training completed for pit bosses and the other required roles", { by: ["training_attended"] }),
		done("Pilot completed, and the go-live has happened", { by: ["pilot_completed", "go_live_done"] }),
		done("Used as the primary tool for the agreed workflows for at least two weeks", { by: ["in_use_two_weeks"] }),
		done("Hypercare complete; open issues triaged into the roadmap", {
			by: ["hypercare_complete", "pilot_issues_triaged"],
			items: ["issues_into_roadmap"],
		}),
	],
};
