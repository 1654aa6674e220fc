import { startOfDaySql } from "@/queue/daySql";
import { isoSql } from "@/queue/isoSql";

const timeZone = "(SELECT timezone FROM casinos WHERE id = d.casino_id)";

/** The moment from which a decision `d` is over: a waiver after its last day on the casino's clock. Null for what has no end. */
export const decisionEndSql = `coalesce(d.lifted_until, ${startOfDaySql("(d.expires_at + 1)", timeZone)})`;

/** The same for people: the last day of a waiver, or the moment to which an override lifts a freeze. */
export const decisionUntilSql = `coalesce(${isoSql("d.lifted_until")}, to_char(d.expires_at, 'YYYY-MM-DD'))`;
