import { Link } from "@payloadcms/ui";
import { sayDay } from "@/domain/calendar/sayDay";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { Card, More, Unknown } from "./Card";

const types: Record<string, string> = { msa: "MSA", order_form: "Order form", dpa: "DPA", support: "Support contract" };

/** What was agreed, how old it is and when it ends. */
export function ContractsCard({ facts: { casino, contracts, totals } }: { facts: Casino360 }) {
	return (
		<Card title="Contracts" action={{ href: listPath(slug.contracts, { casino: casino.id }), label: "All" }}>
			{contracts.length === 0 ? (
				<EmptyState title="No contract on record">
					<Link href={createPath(slug.contracts)}>Add the contracts</Link>: the gate waits for their signatures.
				</EmptyState>
			) : (
				<ul className="kt-list">
					{contracts.map((contract) => (
						<li key={contract.id}>
							<p className="kt-list__head">
								<Link href={recordPath(slug.contracts, contract.id)} prefetch={false}>
									{types[contract.type] ?? contract.title}
								</Link>
								<StatusBadge status={contract.status} />
							</p>
							<p>
								{contract.signedAt ? (
									<>
										Signed {sayDay(contract.signedAt)}, <RelativeTime at={contract.signedAt} />
									</>
								) : (
									"Not signed"
								)}
								{" · "}
								{contract.expiresAt ? (
									<>
										expires {sayDay(contract.expiresAt)}, <RelativeTime at={contract.expiresAt} today={casino.today} />
									</>
								) : (
									<>
										expiry <Unknown href={recordPath(slug.contracts, contract.id)} action="set it" />
									</>
								)}
							</p>
							<p className="kt-muted">{termsOf(contract)}</p>
						</li>
					))}
				</ul>
			)}
			<More shown={contracts.length} total={totals.contracts} href={listPath(slug.contracts, { casino: casino.id })} />
		</Card>
	);
}

function termsOf({ plan, sites, seats, termMonths }: Casino360["contracts"][number]): string {
	const terms = [
		plan,
		sites === null ? null : `${sites} ${sites === 1 ? "site" : "sites"}`,
		seats === null ? null : `${seats} seats`,
		termMonths === null ? null : `${termMonths} months`,
	];
	return terms.filter(Boolean).join(" · ");
}
