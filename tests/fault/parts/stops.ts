import { Client } from "pg";
import { ownerUrlOf } from "../../harness/asOwner";
import { until } from "./until";

/** Any number of its own: no other lock of the product has this first half. */
const STOPS = 770_001;

/**
 * Where a worker can be stopped: just before it writes that a run, a step or an event has come to a status. Put into the
 * test's own database; the product knows nothing of it.
 */
const triggersSql = `
CREATE FUNCTION fault_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock_shared(${STOPS}, hashtext(
		CASE TG_TABLE_NAME WHEN 'provisioning_steps' THEN to_jsonb(NEW)->>'step' ELSE TG_TABLE_NAME END || ' ' || NEW.status
	));
	RETURN NEW;
END
$$;
CREATE TRIGGER fault_stop BEFORE UPDATE OF status ON provisioning_steps
	FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION fault_stop();
CREATE TRIGGER fault_stop BEFORE UPDATE OF status ON provisioning_runs
	FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION fault_stop();
CREATE TRIGGER fault_stop BEFORE UPDATE OF status ON payment_events
	FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION fault_stop();
`;

export type Stop = {
	/** Resolves when a session waits there: it has done everything before, and nothing of what follows. */
	reached(): Promise<void>;
	/** Lets it, and everybody after it, go on. */
	release(): Promise<void>;
};

/**
 * Holds every session that comes to a place, such as `bootstrap_product succeeded` or `provisioning_runs running`, until
 * it is released.
 */
export async function holdAt(databaseUrl: string, place: string): Promise<Stop> {
	const client = new Client({ connectionString: ownerUrlOf(databaseUrl), application_name: "fault test" });
	client.on("error", () => {});
	await client.connect();
	await client.query(triggersSql);
	await client.query(`SELECT pg_advisory_lock(${STOPS}, hashtext($1))`, [place]);
	return {
		reached: async () => {
			await until(`a worker at “${place}”`, async () => {
				const { rows } = await client.query(
					`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ${STOPS} AND NOT granted
					AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
				);
				return rows.length > 0;
			});
		},
		release: () => client.end(),
	};
}
