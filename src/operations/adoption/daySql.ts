/** A calendar day, which is kept as its midnight in UTC, as YYYY-MM-DD. */
export const daySql = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
