"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { isDay } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import type { Verdict } from "@/domain/decisions/judgeVerdict";
import type { DecisionPacket } from "@/domain/decisions/packet";
import type { DecisionView } from "@/operations/decisions/readDecision";
import { ApiFailure, callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { sayMoment } from "../parts/sayTime";

const verbs: Record<Verdict, string> = { approve: "Approve", override: "Override", reject: "Reject" };

/** What each verdict brings about, in words, and the reason it takes. */
export function VerdictForm({ view, packet }: { view: DecisionView; packet: DecisionPacket }) {
	const [reason, setReason] = useState("");
	const [busy, setBusy] = useState<Verdict | null>(null);
	const [problem, setProblem] = useState<ApiFailure | null>(null);
	const router = useRouter();
	const decide = async (decision: Verdict) => {
		setBusy(decision);
		setProblem(null);
		try {
			await callApi(`/decisions/${view.id}/decide`, { body: { decision, reason } });
			toast.success("Decided, and frozen as it is.");
		} catch (error) {
			setProblem(error instanceof ApiFailure ? error : new ApiFailure("It could not be done. Try again.", 0));
		}
		setBusy(null);
		// Refused or not, what it hangs on may have moved.
		router.refresh();
	};
	return (
		<section className="kt-verdict kt-no-print" aria-label="Decide">
			<h3>Your decision</h3>
			<DialogField
				label="Reason"
				type="textarea"
				value={reason}
				onChange={setReason}
				problem={problem?.fields.reason}
				hint="Frozen with what was known, and read by whoever asks later why."
			/>
			<ul className="kt-verdict__choices">
				{view.offered.map((verdict) => (
					<li key={verdict}>
						<Button
							type="button"
							size="medium"
							margin={false}
							buttonStyle={verdict === "approve" ? "primary" : "secondary"}
							disabled={!isReason(reason) || busy !== null}
							onClick={() => void decide(verdict)}
						>
							{busy === verdict ? "Deciding…" : verbs[verdict]}
						</Button>
						<p suppressHydrationWarning>{consequence(verdict, packet)}</p>
					</li>
				))}
			</ul>
			<p className="kt-problem" role="alert">
				{problem && !problem.fields.reason ? problem.message : null}
			</p>
		</section>
	);
}

function consequence(verdict: Verdict, packet: DecisionPacket): string {
	switch (packet.kind) {
		case "go_no_go":
			return {
				approve: "Go. The packet is frozen as the records stand at that moment; what waits for the decision goes on.",
				override: "Go, although the packet says HOLD. What was missing is frozen beside your reason.",
				reject: "No go. What waits for the decision keeps waiting; another packet can be proposed.",
			}[verdict];
		case "waiver":
			return verdict === "reject"
				? "The item stays open and has to be done."
				: `The item holds nobody up until ${isDay(packet.expiresAt) ? `the end of ${sayDay(packet.expiresAt)}` : sayMoment(new Date(packet.expiresAt))}. Its phase may close without it.`;
		case "primary_tool":
		case "plan_change":
			return "";
		case "freeze_override":
			return verdict === "reject"
				? "The settings stay frozen."
				: `Settings may be changed until ${sayMoment(new Date(packet.expiresAt))}, although they are frozen.`;
	}
}
