"use client";

import { Link, toast } from "@payloadcms/ui";
import type { UpgradePreview } from "@/operations/upgrade/previewUpgrade";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { ApiFailure, callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { usePlan } from "../plan/planContext";
import { sayEffect } from "./sayEffect";

export type ReadUpgrade = Pick<UpgradePreview, "from" | "to" | "said" | "seen" | "atStake">;

type Props = { upgrade: ReadUpgrade; onApplied(): void; onMoved(): void; onClose(): void };

/** Asks once more, with a reason, and applies exactly the difference that was read. */
export function ApplyDialog({ upgrade, onApplied, onMoved, onClose }: Props) {
	const { plan, readAgain } = usePlan();
	const { to, seen, said } = upgrade;
	const apply = async (reason: string) => {
		try {
			const body = { version: to, seen, reason };
			const { decision } = await callApi<{ decision: string }>(`/onboardings/${plan.onboardingId}/upgrade`, { body });
			toast.success(
				<span>
					Version {to} is applied: {sayEffect(said)}.{" "}
					<Link href={recordPath(slug.decisions, decision)} prefetch={false}>
						What was done
					</Link>
				</span>,
				{ duration: 12_000 },
			);
		} catch (error) {
			if (!(error instanceof ApiFailure) || error.code !== "difference_changed") throw error;
			// What was read is not what would be done: back to reading.
			onMoved();
			return;
		}
		await readAgain();
		onApplied();
	};
	return (
		<ReasonDialog
			title={`Apply version ${to} to this onboarding`}
			verb={`Apply version ${to}`}
			busyVerb="Applying…"
			says={
				<p>
					{plan.title} follows version {to} from now on: {sayEffect(said)}. Dates and forecast are calculated again. The
					difference is kept as a decision, with your name and reason.
				</p>
			}
			hint="Read by whoever asks later why the plan changed."
			onClose={onClose}
			onAct={apply}
		/>
	);
}
