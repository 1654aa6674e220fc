"use client";

import { sayDay } from "@/domain/calendar/sayDay";
import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { usePlan } from "./planContext";
import { sayMinutes } from "./sayMinutes";
import { sayRoleName } from "./sayRoleName";

const kindWords: Partial<Record<PlanItemView["kind"], string>> = {
	deliverable: "Deliverable",
	approval: "Approval",
	decision: "Decision",
	form: "Form",
	automation: "Automatic",
};

/** Who, by when, how far, and what is in the way. */
export function ItemFacts({ item }: { item: PlanItemView }) {
	const { plan, goTo } = usePlan();
	const { timezone } = plan.casino;
	const isOpen = !isSettled(item.status);
	return (
		<p className="kt-facts-line">
			{item.status === "in_progress" ? <StatusBadge status="running" label="In progress" /> : null}
			{item.isLate ? (
				<StatusBadge status="overdue" tone={item.waitsFor.length > 0 ? "warn" : "bad"} label="Overdue" />
			) : null}
			{item.snoozedTo && isOpen ? (
				<span title={item.snoozeReason ?? undefined}>put off to {sayDay(item.snoozedTo, timezone)}</span>
			) : null}
			<span>{item.assignee ? item.assignee.name : sayRoleName(item.responsible)}</span>
			{kindWords[item.kind] ? <span>{kindWords[item.kind]}</span> : null}
			{isOpen && item.dueAt ? (
				<span>
					due <RelativeTime at={item.dueAt} today={plan.today} />
				</span>
			) : null}
			{isOpen && item.forecastAt && (!item.dueAt || item.forecastAt > item.dueAt) ? (
				<span>expected {sayDay(item.forecastAt, timezone)}</span>
			) : null}
			{!isOpen && item.doneAt ? (
				<span>
					{item.status === "waived" ? "waived" : "done"} <RelativeTime at={item.doneAt} />
					{item.doneBy ? ` by ${item.doneBy.name}` : item.automation || item.criterion ? " automatically" : ""}
				</span>
			) : null}
			{item.minutesTaken !== null ? <span>took {sayMinutes(item.minutesTaken)}</span> : null}
			{item.isVisibleToCustomer ? null : <span title="The customer does not see this item.">internal</span>}
			{isOpen && item.waitsFor.length > 0 ? (
				<span className="kt-facts-line__wait">
					{item.waitsFor.map(({ id, title, kind }) => (
						<button key={title} type="button" className="kt-link" onClick={() => id && goTo({ id })}>
							{kind === "decision" ? `depends on “${title}”` : `waits for “${title}”`}
						</button>
					))}
				</span>
			) : null}
		</p>
	);
}
