import { runScript } from "../../tests/harness/runScript";
import type { Databases } from "../parts/openDatabases";
import { type Row, shown } from "../parts/result";

type Exported = { rows: number; seconds: number; rssGrowthMb: number };

/** Export of a million audit entries, in a process of its own: what is measured is that process's memory. */
export async function benchAuditExportRow(databases: Databases): Promise<Row> {
	const environment = await databases.environmentOf("bench_export");
	const { rows, seconds, rssGrowthMb } = await runScript<Exported>({
		file: "bench/parts/exportProcess.ts",
		environment,
	});
	return {
		name: "Export of 1 000 000 audit entries",
		target: "streamed; resident memory grows ≤ 50 MB",
		figures: {
			entries: rows.toLocaleString("en"),
			"memory growth": shown(rssGrowthMb, "MB"),
			time: shown(seconds, "s"),
			rate: shown(rows / seconds, "entries/s", 0),
		},
		ratio: null,
		isMet: rssGrowthMb <= 50,
		method:
			"CSV with personal values opened, read to its end by a receiver that keeps nothing; the highest resident memory seen at any piece against that before the export.",
	};
}
