import { dayIn } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import type { OnboardingPlan } from "@/operations/plan/onboardingPlan";

type Event = { at: string; when: string; what: string; where: string | null };

/** What is in the calendar: training, pilot, freeze, go-live. Nothing of it is shown once it is over. */
export function ComingUp({ plan }: { plan: OnboardingPlan }) {
	const events = findEvents(plan)
		.filter(({ at }) => dayIn(at, plan.casino.timezone) >= plan.today)
		.sort((one, other) => (one.at < other.at ? -1 : 1));
	const shown = events.slice(0, 6);
	if (events.length === 0) return null;
	return (
		<section className="panel" aria-label="Coming up">
			<h2>Coming up</h2>
			<ol className="events">
				{shown.map(({ at, when, what, where }) => (
					<li key={`${at} ${what}`}>
						<span className="quiet">{when}</span>
						<span>
							{what}
							{where ? <span className="quiet events__where">{where}</span> : null}
						</span>
					</li>
				))}
			</ol>
			{events.length > shown.length ? <p className="quiet">And {events.length - shown.length} more.</p> : null}
		</section>
	);
}

function findEvents({ dates, training, casino }: OnboardingPlan): Event[] {
	const day = (at: string | null, what: string, timeZone?: string): Event[] =>
		at ? [{ at, when: sayDay(at, timeZone), what, where: null }] : [];
	return [
		...training
			.filter(({ status }) => status === "planned")
			.map(({ at, title, place }) => ({ at, when: sayAppointment(at, casino.timezone), what: title, where: place })),
		...day(dates.pilotStartsAt, "The pilot begins"),
		...day(dates.pilotEndsAt, "The pilot ends"),
		...day(dates.freezeFrom, "Settings are frozen for the go-live", casino.timezone),
		...day(dates.freezeUntil, "Settings may be changed again", casino.timezone),
		...(dates.wentLiveAt ? [] : day(dates.promisedGoLiveAt, "You go live")),
	];
}

/** “24 Nov 2026, 14:00”, on the clocks of the casino. */
function sayAppointment(at: string, timezone: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		day: "numeric",
		month: "short",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		timeZone: timezone,
	}).format(new Date(at));
}
