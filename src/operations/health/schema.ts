/**
 * Fails with 53100 when the database's disk is full: it has PostgreSQL put some 2 MB into a temporary file, which writes
 * no record, no log and no table, so that a health check may ask every few seconds.
 */
export const probeDiskSql = `
CREATE FUNCTION probe_disk() RETURNS bigint LANGUAGE sql VOLATILE SET work_mem = '64kB' AS $$
	SELECT count(*) FROM generate_series(1, 100000)
$$;
`;
