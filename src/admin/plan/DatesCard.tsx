"use client";

import { Link } from "@payloadcms/ui";
import { sayDay } from "@/domain/calendar/sayDay";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { formPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";

/** The dates of the journey, and what comes next. */
export function DatesCard({ live: { nextDate } }: { live: OnboardingLive }) {
	const { plan } = usePlan();
	const {
		dates,
		casino: { timezone },
	} = plan;
	const rows: [label: string, at: string | null, more?: string][] = [
		["Opened", dates.openedAt],
		["Gate opened", dates.gateOpenedAt],
		["Pilot", dates.pilotStartsAt, dates.pilotEndsAt ? ` to ${sayDay(dates.pilotEndsAt)}` : undefined],
		["Go-live promised", dates.promisedGoLiveAt],
		["Go-live agreed", dates.agreedGoLiveAt],
		["Go-live expected", dates.wentLiveAt ? null : dates.forecastGoLiveAt],
		["Went live", dates.wentLiveAt],
		["Settings frozen", dates.freezeFrom, dates.freezeUntil ? ` to ${sayDay(dates.freezeUntil, timezone)}` : undefined],
		["Completed", dates.completedAt],
	];
	return (
		<RailCard
			title="Dates"
			fact={
				<Link href={formPath(slug.onboardings, plan.onboardingId)} prefetch={false}>
					Change
				</Link>
			}
		>
			<dl className="kt-dates">
				{rows
					.filter(([, at]) => at !== null)
					.map(([label, at, more]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>
								<DayWithDistance at={at} timeZone={timezone} today={plan.today} />
								{more}
							</dd>
						</div>
					))}
				<div>
					<dt>Next</dt>
					<dd>
						{nextDate ? (
							<>
								{nextDate.what}, <RelativeTime at={nextDate.at} today={plan.today} />
							</>
						) : (
							<span className="kt-muted">No date is set.</span>
						)}
					</dd>
				</div>
			</dl>
		</RailCard>
	);
}

/** The day in the calendar, with the distance beside it. */
function DayWithDistance(props: { at: string | null; timeZone: string; today: string }) {
	const { at, timeZone, today } = props;
	if (!at) return null;
	return (
		<>
			<span className="kt-money">{sayDay(at, timeZone)}</span>{" "}
			<span className="kt-muted">
				<RelativeTime at={at} today={today} />
			</span>
		</>
	);
}
