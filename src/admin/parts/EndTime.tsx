import { isDay } from "@/domain/calendar/day";
import { sayDay } from "@/domain/calendar/sayDay";
import { RelativeTime } from "./RelativeTime";

/** Until when something holds: to the end of a day, which is named, or to a moment. */
export function EndTime({ at }: { at: string }) {
	return isDay(at) ? <time dateTime={at}>{sayDay(at)}</time> : <RelativeTime at={at} />;
}
