import type { PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

const words = { us: "Us", customer: "The customer", third_party: "A third party" };

/** Whose turn it is, for what and since when. */
export function WaitingOn({ row }: { row: Pick<PortfolioRow, "waitingFor" | "waitsWhat" | "waitsSince"> }) {
	const { waitingFor, waitsWhat, waitsSince } = row;
	if (waitingFor === null) return <span className="kt-muted">nobody, it is over</span>;
	return (
		<span className="kt-waiting">
			<StatusBadge status={waitingFor} tone={waitingFor === "us" ? "moving" : "waiting"} label={words[waitingFor]} />
			{waitsWhat ? (
				<span className="kt-waiting__what" title={waitsWhat}>
					{waitsWhat}
				</span>
			) : null}
			{waitsSince ? (
				<span className="kt-muted">
					since <RelativeTime at={waitsSince} />
				</span>
			) : null}
		</span>
	);
}
