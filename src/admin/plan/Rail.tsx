"use client";

import { sayDay } from "@/domain/calendar/sayDay";
import { spelled } from "@/domain/inWords";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { GoNoGoCard } from "../decision/GoNoGoCard";
import { CheckIns } from "../live/CheckIns";
import { GatePanel } from "../live/GatePanel";
import { Timeline } from "../live/Timeline";
import { StatusBadge } from "../parts/StatusBadge";
import { LessonsCard } from "../upgrade/LessonsCard";
import { AcceptanceCard } from "./AcceptanceCard";
import { AdoptionCard } from "./AdoptionCard";
import { AnnouncementCard } from "./AnnouncementCard";
import { DatesCard } from "./DatesCard";
import { DefinitionCard } from "./DefinitionCard";
import { HealthCard } from "./HealthCard";
import { EscalationCard, PeopleCard } from "./PeopleCards";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";
import { WaitingCard } from "./WaitingCard";

/** What stands beside the plan: health, whom it waits for, dates, gate, run, people, use. */
export function Rail({ live }: { live: OnboardingLive }) {
	const { me, plan } = usePlan();
	const { gate, run } = live;
	// One that is over would be shut for that alone.
	const isPassed = plan.dates.gateOpenedAt !== null && (plan.status === "completed" || plan.status === "cancelled");
	const met = gate.conditions.filter(({ isMet }) => isMet).length;
	const steps = run?.steps ?? [];
	const done = steps.filter(({ status }) => status === "succeeded" || status === "skipped").length;
	return (
		<aside className="kt-rail kt-live" aria-label="Beside the plan">
			<HealthCard />
			<AcceptanceCard />
			<WaitingCard live={live} />
			<DatesCard live={live} />
			<DefinitionCard />
			<GoNoGoCard />
			<RailCard
				title="Gate"
				isFolded={gate.isOpen || isPassed}
				fact={
					isPassed ? (
						<StatusBadge status="open" label="Passed" tone="good" />
					) : (
						<>
							<StatusBadge
								status={gate.isOpen ? "open" : "closed"}
								label={gate.isOpen ? "Open" : "Closed"}
								tone={gate.isOpen ? "good" : "waiting"}
							/>
							<span className="kt-muted">
								{met} of {gate.conditions.length}
							</span>
						</>
					)
				}
			>
				{isPassed ? (
					<p>
						It opened on {sayDay(plan.dates.gateOpenedAt ?? "", plan.casino.timezone)}. Nothing is asked any more: the
						onboarding is {spelled(plan.status)}.
					</p>
				) : (
					<GatePanel live={live} role={me.role} />
				)}
			</RailCard>
			<RailCard
				title="Provisioning"
				isFolded={run?.status !== "failed" && run?.status !== "running"}
				fact={
					run ? (
						<>
							<StatusBadge status={run.status} />
							<span className="kt-muted">
								{done} of {steps.length}
							</span>
						</>
					) : (
						<span className="kt-muted">none yet</span>
					)
				}
			>
				<Timeline live={live} mayRun={me.role === "admin" || me.role === "ops"} hasLink />
			</RailCard>
			<AdoptionCard />
			{live.checkIns.length > 0 ? (
				<RailCard title="Check-ins" isFolded={false}>
					<CheckIns checkIns={live.checkIns} />
				</RailCard>
			) : null}
			<LessonsCard />
			<AnnouncementCard />
			<EscalationCard />
			<PeopleCard />
		</aside>
	);
}
