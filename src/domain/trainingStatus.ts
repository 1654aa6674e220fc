import { defineTransitions } from "./transition";

export const trainingStatuses = ["planned", "held", "cancelled"] as const;
export type TrainingStatus = (typeof trainingStatuses)[number];

export const trainingTransitions = defineTransitions<TrainingStatus>({
	planned: ["held", "cancelled"],
	held: ["planned"],
	cancelled: ["planned"],
});
