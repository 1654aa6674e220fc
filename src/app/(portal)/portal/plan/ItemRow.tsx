"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayRoleName } from "@/admin/plan/sayRoleName";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { useOpener } from "../../../parts/useOpener";
import { DoneMeanwhile } from "./DoneMeanwhile";
import { ItemForm } from "./ItemForm";
import { useWork } from "./planWork";
import { sayVerb } from "./sayVerb";

/** Something that is to be done on the customer's side: what, by whom, by when, and what comes before it. */
export function ItemRow({ item }: { item: PlanItemView }) {
	const { plan, open, setOpen } = useWork();
	const isOpen = open?.place === "list" && open.act === "do" && open.item === item.id;
	const opener = useOpener(isOpen);
	const isDoable = item.mayAct && !item.criterion && item.waitsFor.length === 0 && plan.status !== "completed";
	return (
		<li>
			<div className="todo__top">
				<span className="todo__title">{item.title}</span>
				<State item={item} />
			</div>
			<Facts item={item} plan={plan} />
			{item.criterion ? <p className="quiet">{sayDoneWhen(item.criterion)}</p> : null}
			{isOpen && isSettled(item.status) ? <DoneMeanwhile item={item} /> : null}
			{isOpen && !isSettled(item.status) ? <ItemForm item={item} /> : null}
			{!isOpen && isDoable ? (
				<button
					ref={opener}
					type="button"
					className="button button--quiet button--small todo__button"
					aria-label={`${sayVerb(item)}: ${item.title}`}
					onClick={() => setOpen({ item: item.id, place: "list", act: "do" })}
				>
					{sayVerb(item)}
				</button>
			) : null}
		</li>
	);
}

function State({ item }: { item: PlanItemView }) {
	// What waits for something else is not late by its own fault: what it waits for is.
	if (item.waitsFor.length > 0) return <StatusBadge status="waiting" tone="waiting" label="Waits" />;
	if (item.isLate) return <StatusBadge status="overdue" tone="warn" label="Overdue" />;
	return item.status === "in_progress" ? <StatusBadge status="running" label="In progress" /> : null;
}

function Facts({ item, plan: { people, today } }: { item: PlanItemView; plan: OnboardingPlan }) {
	return (
		<div className="quiet todo__facts">
			<span>{sayDoer(item, people)}</span>
			{item.dueAt ? (
				<span>
					due <RelativeTime at={item.dueAt} today={today} />
				</span>
			) : null}
			{item.waitsFor.length > 0 ? (
				<span className="todo__after">after {item.waitsFor.map(({ title }) => `“${title}”`).join(", ")}</span>
			) : null}
		</div>
	);
}

/** “Nuno Frazão”, “Compliance lead: nobody yet”. */
function sayDoer({ assignee, responsible }: PlanItemView, { customer }: OnboardingPlan["people"]): string {
	if (assignee) return assignee.name;
	const role = sayRoleName(responsible);
	const names = customer.filter(({ roles }) => roles.some((one) => one === responsible)).map(({ name }) => name);
	return names.length > 0 ? `${role}: ${names.join(" or ")}` : `${role}: nobody yet`;
}
