"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { useOpener } from "../../../parts/useOpener";
import { DoneMeanwhile } from "./DoneMeanwhile";
import { findComingStep } from "./findNextStep";
import { ItemForm } from "./ItemForm";
import { useWork } from "./planWork";
import { SignOff } from "./SignOff";
import { sayVerb } from "./sayVerb";

/** The one thing that is needed from this person now, as one button; or that nothing is. */
export function NextStep({ next, maySignOff }: { next: PlanItemView | null; maySignOff: boolean }) {
	const { plan, open } = useWork();
	if (maySignOff) return <SignOff />;
	// What somebody is at stays where it is, whatever else becomes more urgent meanwhile.
	const begun = open?.place === "next" ? plan.items.find(({ id }) => id === open.item) : undefined;
	const item = begun ?? next;
	return item ? <Step item={item} /> : <Nothing />;
}

function Step({ item }: { item: PlanItemView }) {
	const { plan, open, setOpen } = useWork();
	const isOpen = open?.place === "next" && open.item === item.id;
	const opener = useOpener(isOpen);
	const { isLate } = item;
	return (
		<section className="panel step" aria-label="Your next step">
			<p className="overline">Your next step</p>
			<h2>{item.title}</h2>
			{isOpen ? (
				isSettled(item.status) ? (
					<DoneMeanwhile item={item} />
				) : (
					<ItemForm item={item} />
				)
			) : (
				<>
					{item.guidance ? <p>{item.guidance}</p> : null}
					{item.dueAt ? (
						<p className={isLate ? "step__late" : "quiet"}>
							{isLate ? "Was due" : "Due"} <RelativeTime at={item.dueAt} today={plan.today} />
						</p>
					) : null}
					{item.criterion ? (
						<p className="quiet">{sayDoneWhen(item.criterion)}</p>
					) : (
						<button
							ref={opener}
							type="button"
							className="button step__button"
							onClick={() => setOpen({ item: item.id, place: "next", act: "do" })}
						>
							{sayVerb(item)}
						</button>
					)}
				</>
			)}
		</section>
	);
}

function Nothing() {
	const { plan, me, vendorName } = useWork();
	const coming = findComingStep(plan, me);
	const [title, words] = sayNothing(plan.status, vendorName);
	return (
		<section className="panel step step--calm" aria-label="Your next step">
			<h2>{title}</h2>
			{coming ? (
				<p className="quiet">
					Next for you: “{coming.title}”, after {coming.waitsFor.map(({ title }) => `“${title}”`).join(", ")}.
				</p>
			) : (
				<p className="quiet">{words}</p>
			)}
		</section>
	);
}

function sayNothing(status: string, vendorName: string): [string, string] {
	if (status === "completed") return ["You are all set", "Every step of your onboarding is done."];
	if (status === "on_hold") return ["Nothing is needed from you now", `${vendorName} tells you when it goes on.`];
	return ["Nothing is needed from you now", `${vendorName} goes on. You are told as soon as it is your turn.`];
}
