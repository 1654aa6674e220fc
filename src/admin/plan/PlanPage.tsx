"use client";

import { useState } from "react";
import { mayPlan } from "@/access/roles";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import type { OnboardingPage } from "@/operations/plan/readOnboardingPage";
import { FloorWork } from "../floorwork/FloorWork";
import { LiveSign } from "../live/LiveSign";
import { EmptyState } from "../parts/EmptyState";
import { UpgradeNotice } from "../upgrade/UpgradeNotice";
import { ItemDialog } from "./ItemDialog";
import { PhaseLine } from "./PhaseLine";
import { PhasePanel } from "./PhasePanel";
import { PlanHead } from "./PlanHead";
import { type ItemDialogName, type PlanContext, PlanProvider } from "./planContext";
import { needsProof } from "./proof";
import { Rail } from "./Rail";
import { ReopenOnboarding } from "./ReopenOnboarding";
import { useItemActs } from "./useItemActs";
import { usePage } from "./usePage";
import "../live/live.css";
import "./plan.css";
import "./items.css";
import "./rail.css";

type Props = { initial: OnboardingPage; phase: string | null; me: PlanContext["me"] };

/** An onboarding's page: where it stands, its phases, the items of the chosen one, and what stands beside them. */
export function PlanPage({ initial, phase: asked, me }: Props) {
	const { page, connection, readAgain } = usePage(initial);
	const { plan, live } = page;
	const acts = useItemActs(readAgain);
	const [dialog, setDialog] = useState<{ name: ItemDialogName; item: PlanItemView } | null>(null);
	const [chosen, setChosen] = useState(asked);
	const phase =
		plan.phases.find(({ key }) => key === chosen) ??
		plan.phases.find(({ key }) => key === plan.phase) ??
		plan.phases[0];
	const choose = (key: string) => {
		setChosen(key);
		const address = new URL(location.href);
		address.searchParams.set("phase", key);
		history.replaceState(history.state, "", address);
	};
	const goTo = ({ id }: { id: string }) => {
		const item = plan.items.find((one) => one.id === id);
		if (item) choose(item.phase);
		// The other phase's items have to be there first.
		requestAnimationFrame(() => focusItem(id));
	};
	const context: PlanContext = {
		plan,
		me,
		mayPlan: mayPlan(me.role),
		pending: acts.pending,
		refused: acts.refused,
		tick: (item) => (needsProof(item) ? setDialog({ name: "tick", item }) : void acts.tickAtOnce(item)),
		start: acts.start,
		ask: (name, item) => setDialog({ name, item }),
		goTo,
		readAgain,
	};
	return (
		<PlanProvider value={context}>
			<div className="kt-plan__top">
				<PlanHead plan={plan} live={live} />
				<div className="kt-plan__news">
					<UpgradeNotice />
					<ReopenOnboarding />
					<LiveSign connection={connection} />
				</div>
			</div>
			<div className="kt-plan__columns">
				<div className="kt-plan__main">
					{phase ? (
						<>
							<PhaseLine
								phases={plan.phases}
								chosen={phase.key}
								current={plan.phase}
								timeZone={plan.casino.timezone}
								onChoose={choose}
							/>
							<PhasePanel phase={phase} />
						</>
					) : (
						<EmptyState title="This onboarding follows no playbook">
							It was opened before there were any. Open another one: it gets its phases and items at once.
						</EmptyState>
					)}
					<FloorWork />
				</div>
				<Rail live={live} />
			</div>
			{dialog ? (
				<ItemDialog
					name={dialog.name}
					item={plan.items.find(({ id }) => id === dialog.item.id) ?? dialog.item}
					onClose={() => setDialog(null)}
					onTicked={acts.offerUndo}
				/>
			) : null}
		</PlanProvider>
	);
}

function focusItem(id: string): void {
	const row = document.getElementById(`kt-item-${id}`);
	row?.scrollIntoView({ block: "center", behavior: "smooth" });
	row?.focus({ preventScroll: true });
}
