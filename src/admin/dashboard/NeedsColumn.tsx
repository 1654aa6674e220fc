import type { Live } from "@/operations/views/dashboardFacts";
import { EmptyState } from "../parts/EmptyState";
import { countNeeds, groupNeeds } from "./groupNeeds";
import { NeedGroup } from "./NeedGroup";

/** What waits for a person. */
export function NeedsColumn({ live }: { live: Omit<Live, "moving"> }) {
	const groups = groupNeeds(live);
	return (
		<section className="kt-column" aria-labelledby="kt-needs">
			<h2 id="kt-needs">
				Needs a person <span className="kt-column__count">{countNeeds(live)}</span>
			</h2>
			{groups.length === 0 ? (
				<EmptyState title="Nothing waits for you">
					Held payments, failed provisioning, approvals, decisions, overdue work, red onboardings, open risks and
					check-ins appear here by themselves.
				</EmptyState>
			) : (
				groups.map((group) => <NeedGroup key={group.label} {...group} />)
			)}
		</section>
	);
}
