import { join } from "node:path";
import { keepServing } from "../../../scripts/serving/keepServing";
import { openEmbeddedDatabase } from "../../../scripts/serving/openDatabase";
import { prepareDatabase } from "../../../scripts/serving/prepareDatabase";
import { startWeb } from "../../../scripts/serving/startWeb";

/** Serves as `npm start` does, with its data in a folder of its own and without samples: `serveFolder.ts FOLDER PORT`. */
const [folder = "", port = ""] = process.argv.slice(2);
const root = join(import.meta.dirname, "../../..");
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
const stop = stopping.signal;
const say = (line: string) => console.log(line);

const database = await openEmbeddedDatabase(folder, say);
try {
	const environment = () => ({ ...process.env, ...database.environment(), KEYTURN_WORKER_INSIDE: "true" });
	await prepareDatabase({ root, environment: environment(), samples: false, stop });
	const start = () => startWeb({ root, port: Number(port), environment: environment(), stop });
	const web = await start();
	say(JSON.stringify(database.environment()));
	await keepServing({ web, startWeb: start, database, stop, say });
} finally {
	await database.close();
}
process.exit(0);
