"use client";

import { createContext, useContext } from "react";
import type { VendorRole } from "@/access/roles";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";

/** What can be asked for about an item, each in a dialog of its own. */
export type ItemDialogName = "tick" | "reopen" | "snooze" | "assign" | "note" | "waive" | "advise" | "acceptance";

export type PlanContext = {
	plan: OnboardingPlan;
	me: { id: string; role: VendorRole };
	/** Runs onboardings: closes phases, asks for waivers, notes waits. */
	mayPlan: boolean;
	/** Items that are being written now. */
	pending: ReadonlySet<string>;
	/** What the server said when it refused, by item. */
	refused: ReadonlyMap<string, string>;
	/** Done at once where nothing has to be shown for it, else asked for. */
	tick(item: PlanItemView): void;
	start(item: PlanItemView): void;
	ask(dialog: ItemDialogName, item: PlanItemView): void;
	goTo(item: { id: string }): void;
	readAgain(): Promise<void>;
};

const Context = createContext<PlanContext | null>(null);
export const PlanProvider = Context.Provider;

/** The plan that is shown, and what can be done with it. */
export function usePlan(): PlanContext {
	const plan = useContext(Context);
	if (!plan) throw new Error("usePlan stands outside a PlanProvider.");
	return plan;
}
