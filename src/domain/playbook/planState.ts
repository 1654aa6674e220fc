import type { DoneLine } from "../decisions/definitionOfDone";
import type { HealthReason } from "../health/healthReason";
import type { WorkingHours } from "../workingHours";
import type { Condition, DoneRule, DueRule } from "./content";
import type { ItemStatus } from "./itemStatus";
import type { PhaseStatus } from "./phaseStatus";

/** What the playbook said of an item, as far as the rules ask for it again. */
export type ItemRule = {
	due: DueRule | null;
	after: readonly string[];
	condition: Condition | null;
	choices: readonly string[];
	/** Missing in items from before it was asked. */
	isTimed?: boolean;
};

export type PlanItem = {
	id: string;
	key: string;
	title: string;
	phase: string;
	position: number;
	kind: string;
	owner: "vendor" | "customer";
	status: ItemStatus;
	automation: string | null;
	criterion: string | null;
	rule: ItemRule;
	dueAt: string | null;
	forecastAt: string | null;
	snoozedTo: string | null;
	startedAt: string | null;
	doneAt: string | null;
	choice: string | null;
	says: string | null;
	/** The record that a computed criterion was last judged by. */
	foundIn: { collection: string; id: string } | null;
	/** Waived until then, by an approved decision. */
	waivedUntil: string | null;
};

export type PlanPhase = {
	id: string;
	key: string;
	position: number;
	status: PhaseStatus;
	startedAt: string | null;
	closedAt: string | null;
};

/** The state of one onboarding's plan: what is stored, and what its dates and conditions hang on. */
export type PlanState = {
	onboarding: {
		id: string;
		casinoId: string;
		status: string;
		phase: string | null;
		goLivePhase: string;
		plan: string | null;
		region: string | null;
		dataMode: string | null;
		openedAt: string;
		/** Reopened after it was completed: a person closes its last phase. */
		reopenedAt: string | null;
		contractSignedAt: string | null;
		gateOpenedAt: string | null;
		provisionedAt: string | null;
		pilotStartsAt: string | null;
		goLiveAt: string | null;
		wentLiveAt: string | null;
		forecastGoLiveAt: string | null;
		forecastBecause: string | null;
		health: "green" | "yellow" | "red";
		healthReasons: HealthReason[];
		healthSince: string | null;
		/** Of the pinned version; null where it has none. */
		doneRules: DoneRule[] | null;
		/** As it was found last. */
		definitionOfDone: DoneLine[] | null;
		/** On whom the gate rests and for what, as it was found last. */
		gateWaitsOn: string | null;
		gateWaitsFor: string | null;
	};
	timeZone: string;
	/** Null until the casino has settings: then the baseline holds. */
	workingHours: WorkingHours | null;
	phases: PlanPhase[];
	items: PlanItem[];
};
