import { Link } from "@payloadcms/ui";
import type { PayloadRequest } from "payload";
import { type FloorState, readFloorState } from "@/operations/views/readFloorState";
import { slug } from "@/slugs";
import { Card, Fact, Unknown } from "../casino/Card";
import { listPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { FloorActs } from "./FloorActs";
import "./floor.css";

/** The casino's floor: what is configured, how much of it is in the product, and the way to bring a whole floor in. */
export async function FloorCard({ req, casinoId }: { req: PayloadRequest; casinoId: string }) {
	const floor = await readFloorState({ req, casinoId });
	const whole = floor.areas + floor.tables;
	return (
		<Card title="Floor" action={{ href: listPath(slug.gamingTables, { casino: casinoId }), label: "Tables" }}>
			<dl className="kt-facts">
				<Fact name="Areas">
					<Link href={listPath(slug.floorAreas, { casino: casinoId })} prefetch={false}>
						{floor.areas}
					</Link>
				</Fact>
				<Fact name="Tables">
					{floor.tables}
					{floor.incomplete > 0 ? <span className="kt-muted"> · {floor.incomplete} without area or game</span> : null}
				</Fact>
				<Fact name="On the roster">
					<Link href={listPath(slug.staff, { casino: casinoId })} prefetch={false}>
						{floor.people}
					</Link>
				</Fact>
				<Fact name="In the product">
					{floor.syncedAt ? (
						<>
							{floor.synced} of {whole} as they are here, <RelativeTime at={floor.syncedAt} />
						</>
					) : (
						<Unknown why="the floor was not synced yet" />
					)}
				</Fact>
				<Fact name="Latest changes">
					<SyncState floor={floor} />
				</Fact>
			</dl>
			{floor.mayChange ? <FloorActs casinoId={casinoId} canSync={whole > 0} /> : null}
		</Card>
	);
}

/** Whether what was edited last is in the product, or why not. */
function SyncState({ floor: { problem, frozenUntil, isPending } }: { floor: FloorState }) {
	if (problem) return <span role="status">Not in the product: {problem} It is tried again.</span>;
	if (frozenUntil) {
		return (
			<>
				Kept out by the freeze, <RelativeTime at={frozenUntil} />
			</>
		);
	}
	return isPending ? "On their way to the product" : "In the product";
}
