import { instantOf } from "./instantOf";

/** The last second of a day in a zone: a day that is chosen counts in full. */
export const endOfDay = (day: string, timeZone: string): string => instantOf(`${day}T23:59:59`, timeZone);
