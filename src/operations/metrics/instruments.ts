import { collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";

/**
 * The instruments of this process. prom-client is one copy in it, this module perhaps several: each takes what is
 * registered already.
 */
const once = <Instrument>(name: string, make: () => Instrument): Instrument =>
	(register.getSingleMetric(name) as Instrument | undefined) ?? make();

const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
	once(name, () => new Gauge<Label>({ name, help, labelNames }));

once("process_cpu_seconds_total", () => collectDefaultMetrics());

export const requestSeconds = once(
	"keyturn_http_request_duration_seconds",
	() =>
		new Histogram<"method" | "route" | "status">({
			name: "keyturn_http_request_duration_seconds",
			help: "Requests by route pattern and class of status, and how long they took. Event streams are not among them.",
			labelNames: ["method", "route", "status"],
			buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
		}),
);

export const gauges = {
	streams: gauge("keyturn_http_streams_open", "Event streams that are open now."),
	databaseUp: gauge(
		"keyturn_database_up",
		"1 when the database answered this scrape, else 0 and nothing read from it.",
	),
	jobsDue: gauge("keyturn_queue_jobs_due", "Jobs that wait for a worker now.", ["queue"]),
	jobsLater: gauge("keyturn_queue_jobs_later", "Jobs that wait for their time, retries among them.", ["queue"]),
	jobsActive: gauge("keyturn_queue_jobs_active", "Jobs that a worker has in hand.", ["queue"]),
	oldestDue: gauge("keyturn_queue_oldest_due_seconds", "How long the oldest job that is due has waited.", ["queue"]),
	heldEvents: gauge("keyturn_held_events", "Payment events that wait for a person.", ["reason"]),
	runs: gauge("keyturn_provisioning_runs", "Provisioning runs by status.", ["status"]),
	sealLag: gauge("keyturn_audit_seal_lag_seconds", "Age of the oldest audit entry that is not in the chain yet."),
	pool: gauge("keyturn_database_pool_connections", "Connections of this process, and requests that wait for one.", [
		"state",
	]),
};
