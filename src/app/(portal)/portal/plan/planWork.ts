"use client";

import { createContext, use } from "react";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import type { Me } from "./whoseItem";

/** Where a form stands: below the next step, or in the list. */
type Place = "next" | "list";

export type Work = {
	plan: OnboardingPlan;
	me: Me;
	vendorName: string;
	/** The one form that is open. */
	open: { item: string; place: Place; act: "do" | "reopen" | "advise" } | null;
	setOpen(open: Work["open"]): void;
	/** It was done from here just now; the plan that is shown does not know it yet. */
	isSaved(item: PlanItemView): boolean;
	/** Tells what happened, and reads the page again. Without an item it was about none of the list. */
	onSaved(item: string | null, words: string): void;
};

export const PlanContext = createContext<Work | null>(null);

/** The plan that is shown, and what its reader does about it. */
export function useWork(): Work {
	const work = use(PlanContext);
	if (!work) throw new Error("useWork stands outside a PlanContext.");
	return work;
}
