"use client";

import { Link } from "@payloadcms/ui";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { formPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { sayDay } from "../parts/sayTime";
import { usePlan } from "./planContext";
import { RailCard } from "./RailCard";

/** The dates of the journey, and what comes next. */
export function DatesCard({ live: { nextDate } }: { live: OnboardingLive }) {
	const { plan } = usePlan();
	const {
		dates,
		casino: { timezone },
	} = plan;
	// A day that was agreed is one in every zone; a moment falls on a day of the casino.
	const rows: [label: string, at: string | null, timeZone: string, more?: string][] = [
		["Opened", dates.openedAt, timezone],
		["Gate opened", dates.gateOpenedAt, timezone],
		["Pilot", dates.pilotStartsAt, "UTC", dates.pilotEndsAt ? ` to ${sayDay(dates.pilotEndsAt)}` : undefined],
		["Go-live promised", dates.promisedGoLiveAt, "UTC"],
		["Go-live agreed", dates.agreedGoLiveAt, "UTC"],
		["Go-live expected", dates.wentLiveAt ? null : dates.forecastGoLiveAt, timezone],
		["Went live", dates.wentLiveAt, "UTC"],
		[
			"Settings frozen",
			dates.freezeFrom,
			timezone,
			dates.freezeUntil ? ` to ${sayDay(dates.freezeUntil, timezone)}` : undefined,
		],
		["Completed", dates.completedAt, timezone],
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
					.map(([label, at, timeZone, more]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>
								<DayWithDistance at={at} timeZone={timeZone} />
								{more}
							</dd>
						</div>
					))}
				<div>
					<dt>Next</dt>
					<dd>
						{nextDate ? (
							<>
								{nextDate.what}, <RelativeTime at={nextDate.at} />
							</>
						) : (
							<span className="kt-muted">Nothing is due.</span>
						)}
					</dd>
				</div>
			</dl>
		</RailCard>
	);
}

/** The day in the calendar, with the distance beside it. */
function DayWithDistance({ at, timeZone }: { at: string | null; timeZone: string }) {
	if (!at) return null;
	return (
		<>
			<span className="kt-money">{sayDay(at, timeZone)}</span>{" "}
			<span className="kt-muted">
				<RelativeTime at={at} />
			</span>
		</>
	);
}
