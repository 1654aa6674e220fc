/** A moment as the domain and the screens take it: ISO 8601 in UTC, to the millisecond. */
export const isoSql = (column: string): string =>
	`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
