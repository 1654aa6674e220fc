import { Link } from "@payloadcms/ui";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { listPath, recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { Card, More } from "./Card";

/** What is open now, and what was asked and done before. */
export function AttentionCard({ facts: { casino, risks, history, nextCheckIn, totals } }: { facts: Casino360 }) {
	return (
		<Card title="Open risks and requests" action={{ href: listPath(slug.risks, { casino: casino.id }), label: "All" }}>
			{risks.length === 0 ? <p>Nothing is open.</p> : null}
			<ul className="kt-list">
				{risks.map((risk) => (
					<li key={risk.id}>
						<p className="kt-list__head">
							<Link href={recordPath(slug.risks, risk.id)} prefetch={false}>
								{risk.title}
							</Link>
							<StatusBadge status={risk.severity} />
						</p>
						{risk.detail ? <p>{risk.detail}</p> : null}
						<p className="kt-muted">
							{risk.status === "acknowledged" ? "acknowledged, " : ""}opened <RelativeTime at={risk.createdAt} />
						</p>
					</li>
				))}
			</ul>
			<More shown={risks.length} total={totals.risks} href={listPath(slug.risks, { casino: casino.id })} />
			<h3>History</h3>
			{nextCheckIn ? (
				<p>
					Next:{" "}
					<Link href={recordPath(slug.checkIns, nextCheckIn.id)} prefetch={false}>
						{nextCheckIn.label}
					</Link>{" "}
					<RelativeTime at={nextCheckIn.dueAt} />
				</p>
			) : null}
			{history.length === 0 ? <p className="kt-muted">No request, repair or check-in is recorded yet.</p> : null}
			<ul className="kt-list kt-list--tight">
				{history.map((entry) => (
					<li key={entry.id}>
						<p className="kt-list__head">
							<Link href={recordPath(entry.kind === "risk" ? slug.risks : slug.checkIns, entry.id)} prefetch={false}>
								{entry.title}
							</Link>
							<StatusBadge status={entry.status} />
							<RelativeTime at={entry.at} />
						</p>
						{entry.detail ? <p className="kt-muted">{entry.detail}</p> : null}
					</li>
				))}
			</ul>
			{totals.history > history.length ? (
				<p className="kt-muted">
					And {totals.history - history.length} more, among all{" "}
					<Link href={listPath(slug.risks, { casino: casino.id, status: "resolved" })}>risks</Link> and{" "}
					<Link href={listPath(slug.checkIns, { casino: casino.id })}>check-ins</Link>.
				</p>
			) : null}
		</Card>
	);
}
