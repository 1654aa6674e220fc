"use client";

import { Button, Link, useFormModified } from "@payloadcms/ui";
import { useState } from "react";
import { sayDay } from "@/domain/calendar/sayDay";
import type { ContractOnboarding, ContractOnboardings } from "@/operations/views/readContractOnboardings";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { StatusBadge } from "../parts/StatusBadge";
import { useRefreshAfterSave } from "../parts/useRefreshAfterSave";
import { OpenDialog } from "./OpenDialog";
import "./contract.css";

/** Which onboardings there are for the contract's casino, and one verb where the contract has none. */
export function OnboardingsOfContract({ found }: { found: ContractOnboardings }) {
	const [isAsking, setAsking] = useState(false);
	const isModified = useFormModified();
	useRefreshAfterSave();
	const { onboardings, mayOpen } = found;
	const own = onboardings.filter(({ isOwn }) => isOwn);
	const others = onboardings.filter(({ isOwn }) => !isOwn);
	const isRunning = others.some(({ status }) => status === "open" || status === "on_hold");
	return (
		<section className="kt-contract" aria-label="Onboarding">
			<div className="kt-contract__head">
				<h2>Onboarding</h2>
				{mayOpen ? (
					<Button
						type="button"
						size="small"
						margin={false}
						buttonStyle={isRunning ? "secondary" : "primary"}
						disabled={isModified}
						onClick={() => setAsking(true)}
					>
						Open an onboarding
					</Button>
				) : null}
			</div>
			{isModified && mayOpen ? <p className="kt-muted">Save your changes first.</p> : null}
			{own.length > 0 ? <Rows onboardings={own} /> : <p>No onboarding linked.</p>}
			{others.length > 0 ? (
				<>
					<p className="kt-muted">
						{own.length > 0
							? "Others of this customer"
							: "This customer has one already. If the contract belongs to it, choose it in “Onboarding” instead."}
					</p>
					<Rows onboardings={others} />
				</>
			) : null}
			{isAsking ? <OpenDialog found={found} onClose={() => setAsking(false)} /> : null}
		</section>
	);
}

function Rows({ onboardings }: { onboardings: readonly ContractOnboarding[] }) {
	return (
		<ul>
			{onboardings.map((onboarding) => (
				<li key={onboarding.id}>
					<Link href={recordPath(slug.onboardings, onboarding.id)} prefetch={false}>
						{onboarding.title}
					</Link>
					<StatusBadge status={onboarding.status} />
					{onboarding.status === "open" ? <StatusBadge status={onboarding.health} /> : null}
					<span className="kt-muted">
						{[onboarding.playbook, onboarding.phase, sayGoLive(onboarding)].filter(Boolean).join(" · ")}
					</span>
				</li>
			))}
		</ul>
	);
}

function sayGoLive({ wentLiveAt, forecastGoLiveAt }: ContractOnboarding): string | null {
	if (wentLiveAt) return `live since ${sayDay(wentLiveAt)}`;
	return forecastGoLiveAt ? `go-live expected ${sayDay(forecastGoLiveAt)}` : null;
}
