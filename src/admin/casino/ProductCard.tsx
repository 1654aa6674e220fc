import type { PayloadRequest } from "payload";
import { Suspense } from "react";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { readProductState } from "@/operations/views/readProductState";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge, sayStatus } from "../parts/StatusBadge";
import { Card, Fact, Unknown } from "./Card";

/** The tenant in the product, and what the plan lets it use. The product is asked while the page is already shown. */
export function ProductCard({
	req,
	facts: { casino, productSince, entitlements },
}: {
	req: PayloadRequest;
	facts: Casino360;
}) {
	return (
		<Card title="Product and entitlements">
			<dl className="kt-facts">
				<Fact name="Tenant since">
					{productSince ? <RelativeTime at={productSince} /> : <Unknown why="provisioning has not made it yet" />}
				</Fact>
				<Suspense
					fallback={
						<Fact name="In the product">
							<span className="kt-muted">asking…</span>
						</Fact>
					}
				>
					<InTheProduct req={req} casinoId={casino.id} />
				</Suspense>
			</dl>
			{entitlements.length === 0 ? (
				<EmptyState title="Nothing is granted">Provisioning grants what the order form’s plan lists.</EmptyState>
			) : (
				<ul className="kt-list kt-list--tight">
					{entitlements.map(({ feature, limit, status }) => (
						<li key={feature} className="kt-list__head">
							<span>{sayStatus(feature)}</span>
							<StatusBadge status={status} />
							<span className="kt-money">{limit === null ? "without limit" : `up to ${limit}`}</span>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}

async function InTheProduct({ req, casinoId }: { req: PayloadRequest; casinoId: string }) {
	const state = await readProductState({ req, casinoId });
	if (!state.reached) {
		return (
			<Fact name="In the product">
				<StatusBadge status="unreachable" tone="warn" label="Product cannot be reached" />{" "}
				<span className="kt-muted">{state.why}</span>
			</Fact>
		);
	}
	if (!state.casino) {
		return (
			<Fact name="In the product">
				<StatusBadge status="none" label="No such tenant" />
			</Fact>
		);
	}
	const { status, staff } = state.casino;
	const active = staff.filter((person) => person.status === "active").length;
	return (
		<Fact name="In the product">
			<StatusBadge status={status} />{" "}
			<span>
				{staff.length} staff, {active} active
			</span>
		</Fact>
	);
}
