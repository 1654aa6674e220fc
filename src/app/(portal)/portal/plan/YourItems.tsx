"use client";

import { isSettled } from "@/domain/playbook/itemStatus";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { DoneItem } from "./DoneItem";
import { hasBegun, isToDo } from "./findNextStep";
import { ItemRow } from "./ItemRow";
import { useWork } from "./planWork";
import { type Whose, whoseItem } from "./whoseItem";

/** What is on the customer's side: one's own first, then the colleagues', what comes later, and what is done. */
export function YourItems() {
	const { plan, me, open, isSaved } = useWork();
	const ours = plan.items.filter(({ owner }) => owner === "customer");
	// What is being done stays, also when somebody else has done it meanwhile.
	const left = ours.filter((item) => !isSaved(item) && (isToDo(item) || isAt(open, item)));
	const done = ours.filter((item) => isSettled(item.status) && item.status !== "not_needed" && !isAt(open, item));
	if (left.length + done.length === 0) return null;
	const isNow = hasBegun(plan);
	const now = (whose: Whose) => left.filter((item) => isNow(item) && whoseItem(item, me, plan) === whose);
	const mine = now("mine");
	const colleagues = now("colleagues");
	return (
		<section className="panel" aria-label="On your side">
			<h2>On your side</h2>
			{mine.length > 0 ? (
				<List items={mine} />
			) : (
				<p className="quiet">
					{left.length > 0 ? "Nothing of it is yours to do now." : "Everything on your side is done."}
				</p>
			)}
			<Folded words="You're accountable, a colleague does it" items={now("answered")} />
			<Folded words="With your colleagues" items={colleagues} isOpen={mine.length === 0 && colleagues.length <= 8} />
			<Folded words="Later" items={left.filter((item) => !isNow(item))} />
			{done.length > 0 ? (
				<details>
					<summary>Done: {done.length}</summary>
					<ul className="todo">
						{done.toReversed().map((item) => (
							<DoneItem key={item.id} item={item} />
						))}
					</ul>
				</details>
			) : null}
		</section>
	);
}

const isAt = (open: ReturnType<typeof useWork>["open"], { id }: PlanItemView) =>
	open?.place === "list" && open.act === "do" && open.item === id;

function List({ items }: { items: PlanItemView[] }) {
	return (
		<ul className="todo">
			{items.map((item) => (
				<ItemRow key={item.id} item={item} />
			))}
		</ul>
	);
}

function Folded({ words, items, isOpen }: { words: string; items: PlanItemView[]; isOpen?: boolean }) {
	if (items.length === 0) return null;
	return (
		<details open={isOpen}>
			<summary>
				{words}: {items.length}
			</summary>
			<List items={items} />
		</details>
	);
}
