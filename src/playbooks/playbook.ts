import type { StepName } from "@/provisioning/steps";

/** A template of an onboarding's automations. A run executes them in this order. */
export type Playbook = {
	key: string;
	name: string;
	version: number;
	automations: readonly StepName[];
};
