import { isDay } from "@/domain/calendar/day";
import { RelativeTime } from "./RelativeTime";
import { sayDay } from "./sayTime";

/** Until when something holds: to the end of a day, which is named, or to a moment. */
export function EndTime({ at }: { at: string }) {
	return isDay(at) ? <time dateTime={at}>{sayDay(at)}</time> : <RelativeTime at={at} />;
}
