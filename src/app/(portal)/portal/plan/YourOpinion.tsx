"use client";

import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { useOpener } from "../../../parts/useOpener";
import { hasBegun } from "./findNextStep";
import { OpinionForm } from "./OpinionForm";
import { Opinions } from "./Opinions";
import { useWork } from "./planWork";

/** What this person is asked about and another decides or does. */
export function YourOpinion() {
	const { plan } = useWork();
	const isNow = hasBegun(plan);
	const asked = plan.items.filter((item) => item.mayAdvise && isNow(item) && item.waitsFor.length === 0);
	if (asked.length === 0 || plan.status === "completed") return null;
	return (
		<section className="panel" aria-label="Your opinion">
			<h2>Your opinion</h2>
			<p className="quiet">Say what you think of these before they are done. Nothing waits for your answer.</p>
			<ul className="todo">
				{asked.map((item) => (
					<Asked key={item.id} item={item} />
				))}
			</ul>
		</section>
	);
}

function Asked({ item }: { item: PlanItemView }) {
	const { me, open, setOpen } = useWork();
	const isOpen = open?.act === "advise" && open.item === item.id;
	const opener = useOpener(isOpen);
	const given = item.opinions.find(({ person }) => person?.id === me.id) ?? null;
	return (
		<li>
			<div className="todo__top">
				<span className="todo__title">{item.title}</span>
			</div>
			<Opinions item={item} />
			{isOpen ? (
				<OpinionForm item={item} given={given} />
			) : (
				<button
					ref={opener}
					type="button"
					className="button button--quiet button--small todo__button"
					aria-label={`${given ? "Change opinion" : "Give opinion"}: ${item.title}`}
					onClick={() => setOpen({ item: item.id, place: "list", act: "advise" })}
				>
					{given ? "Change opinion" : "Give opinion"}
				</button>
			)}
		</li>
	);
}
