import type { PlaybookContent } from "@/domain/playbook/content";
import { contracting } from "./casinoFloor/contracting";
import { floor } from "./casinoFloor/floor";
import { goLive } from "./casinoFloor/goLive";
import { provisioning } from "./casinoFloor/provisioning";
import { trainingPilot } from "./casinoFloor/trainingPilot";
import { casinoWords } from "./shippedWords";

/** A casino's way from discovery to “this is our primary tool”. */
export const casinoFloor: PlaybookContent = {
	key: "casino_floor",
	name: "Casino floor",
	summary:
		"From contract and payment to the primary tool of the floor: provisioning, floor configuration, training, a pilot, go-live and hypercare.",
	goLivePhase: "go_live",
	words: casinoWords,
	phases: [contracting, provisioning, floor, trainingPilot, goLive],
};
