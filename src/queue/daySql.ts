/** The day that the clocks of a zone show, as a `date`. @param at a moment, as SQL */
export const todaySql = (timeZone: string, at = "now()"): string => `(${at} AT TIME ZONE ${timeZone})::date`;

/** The moment at which a day begins in a zone. */
export const startOfDaySql = (day: string, timeZone: string): string => `(${day}::timestamp AT TIME ZONE ${timeZone})`;

/** The latest day on earth: a bound for an index, which knows no zones. None is further ahead than this one. */
export const latestTodaySql = (at = "now()"): string => todaySql("'Pacific/Kiritimati'", at);
