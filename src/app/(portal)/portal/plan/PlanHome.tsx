"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useEvents } from "@/admin/live/useEvents";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import { ComingUp } from "./ComingUp";
import { Contacts } from "./Contacts";
import { findNextStep, maySignOff } from "./findNextStep";
import { HowFar } from "./HowFar";
import { Journey } from "./Journey";
import { NextStep } from "./NextStep";
import { OurWork } from "./OurWork";
import { PlanContext, type Work } from "./planWork";
import { Usage } from "./Usage";
import type { Me } from "./whoseItem";
import { YourItems } from "./YourItems";
import { YourOpinion } from "./YourOpinion";
import "./plan.css";

type Props = {
	plan: OnboardingPlan;
	me: Me;
	vendorName: string;
	/** What was announced of the go-live. */
	announced: ReactNode;
	/** How the set-up stands. */
	standing: ReactNode;
	/** Who works there, and when. */
	children: ReactNode;
};

/** The journey as a customer follows it: how far it is, their next step, what is theirs, and who does the rest. */
export function PlanHome({ plan, me, vendorName, announced, standing, children }: Props) {
	const router = useRouter();
	const [open, setOpen] = useState<Work["open"]>(null);
	const [news, setNews] = useState<string | null>(null);
	// What is done vanishes at once, not when the page has been read again.
	const [saved, setSaved] = useState<{ item: string; readAt: string } | null>(null);
	const isEnded = useNews(plan.onboardingId);
	const work: Work = {
		plan,
		me,
		vendorName,
		open,
		setOpen,
		isSaved: ({ id }) => saved?.item === id && saved.readAt === plan.readAt,
		onSaved: (item, words) => {
			setOpen(null);
			setSaved(item === null ? null : { item, readAt: plan.readAt });
			setNews(words);
			router.refresh();
		},
	};
	return (
		<PlanContext value={work}>
			<HowFar plan={plan} />
			<div className="casino__grid">
				<div className="casino__main">
					{plan.status === "on_hold" ? <OnHold vendorName={vendorName} /> : null}
					<NextStep
						next={findNextStep({ ...plan, items: plan.items.filter((item) => !work.isSaved(item)) }, me)}
						maySignOff={maySignOff(plan, me)}
					/>
					<YourItems />
					<YourOpinion />
					<OurWork />
				</div>
				<div className="casino__side">
					{announced}
					<Journey plan={plan} />
					<ComingUp plan={plan} />
					<Usage weeks={plan.adoption.weeks} />
					{standing}
					<Contacts people={plan.escalation} />
					{children}
				</div>
			</div>
			<div role="status" className={news ? "toast" : "kt-sr"}>
				{news ? (
					<>
						<p>{news}</p>
						<button type="button" className="toast__close" onClick={() => setNews(null)}>
							Close
						</button>
					</>
				) : null}
			</div>
			{isEnded ? (
				<p className="notice">
					This page has stopped keeping itself up to date. <a href="/portal">Load it again</a>
				</p>
			) : null}
		</PlanContext>
	);
}

function OnHold({ vendorName }: { vendorName: string }) {
	return (
		<p className="notice">
			<strong>Your onboarding is on hold.</strong> {vendorName} resumes it together with you. Nothing is lost: what is
			on your side can still be done below.
		</p>
	);
}

/** Reads the page again whenever something about the onboarding has changed. @returns whether that is over */
function useNews(onboardingId: string): boolean {
	const router = useRouter();
	const isFirst = useRef(true);
	const onSnapshot = useCallback(() => {
		// The first one says what the page shows already, unless the page took long to come alive.
		if (!isFirst.current || performance.now() > 5_000) router.refresh();
		isFirst.current = false;
	}, [router]);
	return useEvents(`/api/onboardings/${onboardingId}/events`, onSnapshot).state === "ended";
}
