"use client";

import { Button } from "@payloadcms/ui";
import { useState } from "react";
import { Difference } from "../difference/Difference";
import { ReadDialog } from "../parts/ReadDialog";
import { useRead } from "../parts/useRead";
import { usePlan } from "../plan/planContext";
import { ApplyDialog, type ReadUpgrade } from "./ApplyDialog";
import { sayEffect } from "./sayEffect";
import { upgradeWords } from "./upgradeWords";

/** What the newer version would do to this onboarding, to be read before it is applied. */
export function UpgradeDialog({ onClose }: { onClose(): void }) {
	const { plan } = usePlan();
	const { read, problem, readAgain } = useRead<ReadUpgrade>(
		`/onboardings/${plan.onboardingId}/upgrade`,
		"The versions could not be compared.",
	);
	const upgrade = problem ? null : read;
	const [hasMoved, setMoved] = useState(false);
	const [isAsking, setAsking] = useState(false);
	const version = upgrade?.to ?? plan.playbook?.newest;
	const button = { type: "button", size: "medium", margin: false } as const;
	return (
		<ReadDialog
			title={`${plan.playbook?.name}: version ${version} beside version ${plan.playbook?.version}`}
			onClose={onClose}
			buttons={
				<>
					<Button {...button} buttonStyle="secondary" onClick={onClose}>
						Close
					</Button>
					<Button {...button} disabled={!upgrade || upgrade.atStake.length > 0} onClick={() => setAsking(true)}>
						Apply version {version}
					</Button>
				</>
			}
		>
			{problem ? (
				<p className="kt-problem" role="alert">
					{problem}
				</p>
			) : null}
			{hasMoved ? (
				<p className="kt-problem" role="alert">
					Something changed since you looked. This is the difference as it is now.
				</p>
			) : null}
			{upgrade ? (
				<>
					<p>
						With version {upgrade.to}: {sayEffect(upgrade.said)}. Nothing has happened yet.
					</p>
					{upgrade.atStake.length > 0 ? (
						<p className="kt-problem">
							It drops or changes what is not met yet. Meet it or have it waived first:{" "}
							{upgrade.atStake.map(({ title }) => `“${title}”`).join(", ")}.
						</p>
					) : null}
					<Difference difference={upgrade.said} words={upgradeWords.toCome} />
				</>
			) : problem ? null : (
				<p className="kt-muted">Comparing…</p>
			)}
			{isAsking && upgrade ? (
				<ApplyDialog
					upgrade={upgrade}
					onApplied={onClose}
					onMoved={() => {
						setMoved(true);
						readAgain();
					}}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</ReadDialog>
	);
}
