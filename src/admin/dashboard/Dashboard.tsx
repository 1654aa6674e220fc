import { Gutter } from "@payloadcms/ui";
import type { AdminViewServerProps } from "payload";
import { readDashboard } from "@/operations/views/readDashboard";
import { FirstSteps } from "./FirstSteps";
import { LiveColumns } from "./LiveColumns";
import { Portfolio } from "./Portfolio";
import "./dashboard.css";

/** What needs a person, what moves, how the portfolio is. With no customer yet: how to take in the first. */
export async function Dashboard({ initPageResult: { req } }: AdminViewServerProps) {
	const { portfolio, ...live } = await readDashboard({ req });
	const isNew = !portfolio.has.onboarding || !portfolio.has.contract || !portfolio.has.invoice;
	return (
		<main>
			<Gutter className="kt-dashboard">
				<h1 className="kt-sr">Dashboard</h1>
				{isNew ? <FirstSteps has={portfolio.has} /> : null}
				<div className="kt-dashboard__columns">
					<LiveColumns live={live} />
					<Portfolio portfolio={portfolio} />
				</div>
			</Gutter>
		</main>
	);
}
