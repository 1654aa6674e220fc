import { Link } from "@payloadcms/ui";
import type { AdminViewServerProps } from "payload";
import { parseReportQuery, printReportQuery } from "@/domain/portfolio/reportQuery";
import { type Reports, readReports } from "@/operations/portfolio/readReports";
import { AdminPage } from "../parts/AdminPage";
import { addressOf } from "../parts/addressOf";
import { portfolioPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { OnTimeSection, TimeToLiveSection } from "./MonthSections";
import { PhaseSection } from "./PhaseSection";
import { PlaybookTable } from "./PlaybookTable";
import { ReportFiguresLine } from "./ReportFiguresLine";
import { ReportFilters } from "./ReportFilters";
import "../parts/narrow.css";
import "./reports.css";

/** How long onboardings take, where their time waits, and whether promises are kept. */
export async function ReportsView(view: AdminViewServerProps) {
	const query = parseReportQuery(addressOf(view.searchParams), new Date().toISOString());
	const reports = await readReports({ req: view.initPageResult.req, query });
	return (
		<AdminPage
			view={view}
			title="Reports"
			description="Measured over the onboardings that went live in these months, from their opening to that day. Waiting on the customer or a third party is not counted as our time."
		>
			<div className="kt-report__bar">
				<ReportFilters query={query} choices={reports.choices} />
				<a href={`/api/exports/reports.csv?${printReportQuery(query)}`} download>
					Export CSV
				</a>
			</div>
			<Shown reports={reports} />
		</AdminPage>
	);
}

function Shown({ reports }: { reports: Reports }) {
	if (reports.all === null) {
		return (
			<EmptyState title="Nobody went live in these months">
				Choose earlier months, or{" "}
				<Link href={`${portfolioPath}?view=timeline`}>see when the open ones are expected</Link>. An onboarding is
				counted once its go-live is recorded.
			</EmptyState>
		);
	}
	return (
		<>
			<ReportFiguresLine figures={reports.all} />
			<TimeToLiveSection months={reports.months} />
			<PhaseSection phases={reports.phases} />
			<OnTimeSection months={reports.months} />
			<PlaybookTable lines={reports.playbooks} />
		</>
	);
}
