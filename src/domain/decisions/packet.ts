import type { WeekJudgement } from "../adoption/judgeWeek";
import type { DecisionKind } from "../decisionStatus";
import { formatPerson } from "../formatPerson";
import type { SaidDifference } from "../playbook/sayDifference";
import type { DoneLine } from "./definitionOfDone";
import type { ItemBlocker } from "./findGoLiveBlockers";
import type { GoNoGo } from "./goNoGo";
import type { Outcome } from "./judgeVerdict";

/** Named as well as known by id: a frozen packet still says who it was when the account is gone. */
export type PacketPerson = {
	id: string;
	name: string;
	/** They had not proved their address when they acted: no mail goes out here, and nobody could. */
	isUnproved?: true;
};

/** The signature under a sign-off. */
export const formatSignature = ({ signedName, decided }: SignOffPacket): string =>
	formatPerson({ name: signedName, isUnproved: decided?.by.isUnproved });

export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** What every packet says: about whom, who asked, who decided. Times are ISO 8601 in UTC. */
type Frame<Kind extends DecisionKind> = {
	kind: Kind;
	casino: { id: string; name: string };
	onboarding: { id: string; title: string };
	playbook: { name: string; version: number };
	/** When the records were read. */
	asOf: string;
	asked: { by: PacketPerson; at: string; reason: string | null };
	/** Null while it is proposed. */
	decided: { outcome: Outcome; by: PacketPerson; at: string; reason: string | null } | null;
};

/** The checks of the paid access. */
export type Checkpoint = {
	/** Phases that are over, and how far the others are. */
	done: string[];
	/** What somebody is at work on. */
	inProgress: string[];
	blockers: number;
	etaConfidence: Confidence | null;
	/** The go-live as promised, and as it is expected now. */
	goLiveAt: string | null;
	forecastAt: string | null;
};

/** What is known about an onboarding when somebody has to say go or no go. */
export type GoNoGoFindings = GoNoGo<ItemBlocker> & {
	definitionOfDone: DoneLine[];
	checkpoint: Checkpoint;
};

export type GoNoGoPacket = Frame<"go_no_go"> & GoNoGoFindings;

export type WaiverPacket = Frame<"waiver"> & {
	item: { id: string; key: string; title: string; phase: string; criterion: string | null; says: string | null };
	/** Its last day. A moment in packets that were frozen before days were kept. */
	expiresAt: string;
};

export type FreezeOverridePacket = Frame<"freeze_override"> & {
	freeze: { from: string; until: string };
	expiresAt: string;
};

export type SignOffPacket = Frame<"primary_tool"> & {
	/** As the signer wrote it. */
	signedName: string;
	definitionOfDone: DoneLine[];
	weeks: WeekJudgement[];
};

export type PlanChangePacket = Frame<"plan_change"> & {
	/** Versions of the playbook. */
	from: number;
	to: number;
	/** What became of the plan, as it was reviewed. */
	difference: SaidDifference;
};

/** What was known, and what was decided on it. */
export type DecisionPacket = GoNoGoPacket | WaiverPacket | FreezeOverridePacket | SignOffPacket | PlanChangePacket;
