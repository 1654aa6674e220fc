"use client";

import { spelled } from "@/domain/inWords";
import { safeLink } from "@/domain/safeLink";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";

/** What proves an item that is done. */
export function ItemProof({ item }: { item: PlanItemView }) {
	const { choice, proofValue, proofLink, proofFile, signedName, isSignerUnproved } = item;
	if (!choice && !proofValue && !proofLink && !proofFile && !signedName && !isSignerUnproved) return null;
	return (
		<p className="kt-facts-line kt-item__proof">
			{choice ? <span>Chosen: {spelled(choice)}</span> : null}
			{proofValue ? <span>{proofValue}</span> : null}
			{proofLink ? (
				<a href={safeLink(proofLink) ?? undefined} target="_blank" rel="noreferrer">
					{shortAddress(proofLink)}
				</a>
			) : null}
			{proofFile ? <a href={proofFile.url}>{proofFile.filename}</a> : null}
			{signedName ? <span>Signed by {signedName}</span> : null}
			{isSignerUnproved ? <span>Address not proved</span> : null}
		</p>
	);
}

function shortAddress(link: string): string {
	return URL.canParse(link) ? new URL(link).host + new URL(link).pathname.replace(/\/$/, "") : link;
}
