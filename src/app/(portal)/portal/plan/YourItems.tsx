"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import { sayRoleName } from "@/admin/plan/sayRoleName";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { ItemForm } from "./ItemForm";
import { sayVerb } from "./sayVerb";

type Props = {
	plan: OnboardingPlan;
	items: PlanItemView[];
	open: string | null;
	onOpen(id: string | null): void;
	onSaved(what: string): void;
};

/** What is on the customer's side to do: now, and later. */
export function YourItems(props: Props) {
	const { plan, items } = props;
	const begun = new Set(plan.phases.filter(({ status }) => status !== "waiting").map(({ key }) => key));
	const now = items.filter(({ phase }) => begun.has(phase));
	const later = items.filter(({ phase }) => !begun.has(phase));
	const done = plan.items.filter(({ owner, status }) => owner === "customer" && status === "done");
	if (items.length + done.length === 0) return null;
	return (
		<section className="panel" aria-label="On your side">
			<h2>On your side</h2>
			{now.length > 0 ? (
				<List {...props} items={now} />
			) : (
				<p className="quiet">Everything that is yours for now is done.</p>
			)}
			{later.length > 0 ? (
				<details>
					<summary>Later: {later.length}</summary>
					<List {...props} items={later} />
				</details>
			) : null}
			{done.length > 0 ? (
				<details>
					<summary>Done: {done.length}</summary>
					<ul className="todo">
						{done.map((item) => (
							<li key={item.id}>
								<div className="todo__top">
									<span>{item.title}</span>
									<StatusBadge status="done" label="Done" />
								</div>
								{item.doneAt ? (
									<span className="quiet">
										<RelativeTime at={item.doneAt} />
										{item.doneBy ? `, ${item.doneBy.name}` : ""}
									</span>
								) : null}
							</li>
						))}
					</ul>
				</details>
			) : null}
		</section>
	);
}

function List({ plan, items, open, onOpen, onSaved }: Props) {
	return (
		<ul className="todo">
			{items.map((item) => (
				<li key={item.id}>
					<div className="todo__top">
						<span className="todo__title">{item.title}</span>
						<State item={item} readAt={plan.readAt} />
					</div>
					<Who item={item} />
					{item.mayAct && item.waitsFor.length === 0 ? (
						open === item.id ? (
							<ItemForm item={item} casinoId={plan.casino.id} onSaved={onSaved} onClose={() => onOpen(null)} />
						) : (
							<button
								type="button"
								className="button button--quiet button--small todo__button"
								aria-label={`${sayVerb(item)}: ${item.title}`}
								onClick={() => onOpen(item.id)}
							>
								{sayVerb(item)}
							</button>
						)
					) : null}
				</li>
			))}
		</ul>
	);
}

function State({ item, readAt }: { item: PlanItemView; readAt: string }) {
	if (item.dueAt && item.dueAt < readAt) return <StatusBadge status="overdue" tone="warn" label="Overdue" />;
	return item.status === "in_progress" ? <StatusBadge status="running" label="Under way" /> : null;
}

function Who({ item }: { item: PlanItemView }) {
	return (
		<p className="quiet todo__facts">
			<span>{item.assignee?.name ?? sayRoleName(item.responsible)}</span>
			{item.dueAt ? (
				<span>
					due <RelativeTime at={item.dueAt} />
				</span>
			) : null}
			{item.waitsFor.map(({ title }) => (
				<span key={title}>after “{title}”</span>
			))}
		</p>
	);
}
