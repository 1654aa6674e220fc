"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useEvents } from "@/admin/live/useEvents";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";
import type { PortalCasino } from "@/operations/views/readPortalHome";
import { findNextStep, isToDo } from "./findNextStep";
import { Journey } from "./Journey";
import { NextStep } from "./NextStep";
import { OurWork } from "./OurWork";
import { YourItems } from "./YourItems";
import "./plan.css";

type Props = {
	plan: OnboardingPlan;
	roles: PortalCasino["roles"];
	userId: string;
	vendorName: string;
	/** How the set-up stands, after the next step. */
	children: ReactNode;
};

/** The journey as a customer follows it: their next step, how far it is, what is theirs, and who does the rest. */
export function PlanHome({ plan, roles, userId, vendorName, children }: Props) {
	const router = useRouter();
	const [open, setOpen] = useState<string | null>(null);
	const [saved, setSaved] = useState<string | null>(null);
	useNews(plan.onboardingId);
	const onSaved = (what: string) => {
		setOpen(null);
		setSaved(what);
		router.refresh();
	};
	const next = findNextStep(plan, userId);
	const maySignOff = plan.signOff === "ready" && roles.includes("executive_sponsor");
	return (
		<>
			<p role="status" className={saved ? "notice notice--good" : "kt-sr"}>
				{saved ? `Thank you. ${saved}` : ""}
			</p>
			<NextStep
				// Another step begins closed.
				key={next?.id}
				plan={plan}
				item={next}
				maySignOff={maySignOff}
				vendorName={vendorName}
				onSaved={onSaved}
			/>
			{children}
			<Journey plan={plan} />
			<YourItems
				plan={plan}
				items={plan.items.filter(({ owner }) => owner === "customer").filter(isToDo)}
				open={open}
				onOpen={setOpen}
				onSaved={onSaved}
			/>
			<OurWork plan={plan} vendorName={vendorName} />
		</>
	);
}

/** Reads the page again whenever something about the onboarding has changed. */
function useNews(onboardingId: string): void {
	const router = useRouter();
	const isFirst = useRef(true);
	const onSnapshot = useCallback(() => {
		// The first one says what the page shows already.
		if (!isFirst.current) router.refresh();
		isFirst.current = false;
	}, [router]);
	useEvents(`/api/onboardings/${onboardingId}/events`, onSnapshot);
}
