"use client";

import { useState } from "react";
import { RelativeTime } from "@/admin/parts/RelativeTime";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { ItemForm } from "./ItemForm";
import { SignOff } from "./SignOff";
import { sayVerb } from "./sayVerb";

type Props = {
	plan: OnboardingPlan;
	item: PlanItemView | null;
	maySignOff: boolean;
	vendorName: string;
	onSaved(what: string): void;
};

/** The one thing that is needed from this person now, as one button; or that nothing is. */
export function NextStep({ plan, item, maySignOff, vendorName, onSaved }: Props) {
	const [isOpen, setOpen] = useState(false);
	if (maySignOff) return <SignOff plan={plan} onSaved={onSaved} />;
	if (!item) {
		return (
			<section className="panel step step--calm" aria-label="Your next step">
				<h2>{plan.status === "completed" ? "You are all set" : "Nothing is needed from you now"}</h2>
				<p className="quiet">
					{plan.status === "completed"
						? "Every step of your onboarding is done."
						: `${vendorName} goes on. We tell you as soon as it is your turn.`}
				</p>
			</section>
		);
	}
	const isLate = item.dueAt !== null && item.dueAt < plan.readAt;
	return (
		<section className="panel step" aria-label="Your next step">
			<p className="overline">Your next step</p>
			<h2>{item.title}</h2>
			{item.guidance && !isOpen ? <p>{item.guidance}</p> : null}
			{item.dueAt ? (
				<p className={isLate ? "step__late" : "quiet"}>
					{isLate ? "Was due" : "Due"} <RelativeTime at={item.dueAt} />
				</p>
			) : null}
			{isOpen ? (
				<ItemForm item={item} casinoId={plan.casino.id} onSaved={onSaved} onClose={() => setOpen(false)} />
			) : (
				<button type="button" className="button step__button" onClick={() => setOpen(true)}>
					{sayVerb(item)}
				</button>
			)}
		</section>
	);
}
