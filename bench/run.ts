import { killStarted } from "../tests/harness/startProcess";
import { describeMachine } from "./parts/describeMachine";
import { type Databases, openDatabases } from "./parts/openDatabases";
import { printRow, writeResults } from "./parts/report";
import type { Row } from "./parts/result";
import { benchAuditExportRow } from "./rows/auditExportRow";
import { benchInvoiceList } from "./rows/invoiceList";
import { benchPortfolio } from "./rows/portfolio";
import { benchProvisioning } from "./rows/provisioning";
import { benchWebhook } from "./rows/webhook";

const rows: Record<string, (databases: Databases) => Promise<Row | Row[]>> = {
	webhook: benchWebhook,
	provisioning: benchProvisioning,
	list: benchInvoiceList,
	portfolio: benchPortfolio,
	export: benchAuditExportRow,
};

/**
 * Measures the targets of docs/benchmarks.md on servers and a PostgreSQL of the bench's own. Arguments choose rows by name
 * (`npm run bench list`); a run of all rows writes docs/benchmarks.json.
 */
const wanted = process.argv.slice(2);
const machine = describeMachine();
process.stdout.write(`${machine.summary}\n`);
const databases = await openDatabases();
const results: Row[] = [];
try {
	for (const [name, measure] of Object.entries(rows)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		for (const row of [await measure(databases)].flat()) {
			printRow(row);
			results.push(row);
		}
	}
} finally {
	await killStarted();
	await databases.close();
}
if (wanted.length === 0) writeResults({ machine, rows: results });
process.exit(0);
