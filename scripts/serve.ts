import { join } from "node:path";
import { parseEnv } from "@/env";
import { report } from "./bootstrap/report.mjs";
import { ensureBuilt } from "./build.mjs";
import { embeddedEnvironment } from "./environment/embeddedEnvironment";
import { loadDotEnv } from "./environment/loadDotEnv";
import { readSecrets } from "./environment/readSecrets";
import { findPending, type Pending } from "./serving/findPending";
import { keepServing } from "./serving/keepServing";
import { openEmbeddedDatabase } from "./serving/openDatabase";
import { prepareDatabase } from "./serving/prepareDatabase";
import { requireFreePort } from "./serving/requireFreePort";
import { startWeb } from "./serving/startWeb";

type Administrator = { email: string; password: string };

/** What nobody has been told yet: the administrator made now, and the password of samples loaded now. */
type Made = { administrator?: Administrator | undefined; samplePassword?: string | undefined };

const root = join(import.meta.dirname, "..");

/** Starts everything `npm start` promises and settles when it has been told to stop and has stopped. */
async function serve(stop: AbortSignal): Promise<void> {
	const began = performance.now();
	loadDotEnv(root);
	const isEmbedded = !process.env.DATABASE_URL;
	const settings = checkSettings(isEmbedded);
	await requireFreePort(settings.PORT);
	const database = isEmbedded ? await openEmbeddedDatabase(root, report) : null;
	try {
		const environment: Record<string, string | undefined> = {
			...process.env,
			...database?.environment(),
			NODE_ENV: "production",
			KEYTURN_WORKER_INSIDE: "true",
		};
		const { DATABASE_URL = "", MIGRATION_DATABASE_URL } = environment;
		const pending = await findPending({
			root,
			databaseUrl: DATABASE_URL,
			ownerUrl: MIGRATION_DATABASE_URL || DATABASE_URL,
		});
		await ensureBuilt(stop);
		const made = await prepare({ pending, environment, isEmbedded, stop });
		const { administrator } = made;
		const start = () =>
			// It serves strangers: what may change the schema is not in its environment.
			startWeb({
				...{ root, port: settings.PORT, stop },
				environment: { ...environment, ...database?.environment(), MIGRATION_DATABASE_URL: undefined },
			});
		const web = await start().catch((error) => {
			// It is in the database by now, and will not be made again.
			if (administrator) report(`Made ${administrator.email} with the password ${administrator.password}`);
			throw error;
		});
		const seconds = (performance.now() - began) / 1000;
		report(welcome({ address: settings.SERVER_URL, ...made, isEmbedded, seconds }));
		await keepServing({ web, startWeb: start, database, stop, say: report });
	} finally {
		await database?.close();
	}
}

/** Every setting is judged before anything is started. The database's address is not known yet when it is ours. */
function checkSettings(isEmbedded: boolean) {
	if (!isEmbedded) return parseEnv(process.env);
	const notYet = () => "postgresql://embedded";
	return parseEnv({ ...process.env, ...embeddedEnvironment(readSecrets(root), notYet) });
}

async function prepare(input: {
	pending: Pending;
	environment: Record<string, string | undefined>;
	isEmbedded: boolean;
	stop: AbortSignal;
}): Promise<Made> {
	const { pending, environment, isEmbedded, stop } = input;
	const samples = pending.samples && isEmbedded;
	if (!pending.migrations && !pending.firstAdmin && !samples) return {};
	const samplePassword = samples ? readSecrets(root).samplePassword : undefined;
	if (samplePassword) environment.KEYTURN_SAMPLE_PASSWORD = samplePassword;
	const administrator = pending.firstAdmin && isEmbedded ? inventAdministrator() : undefined;
	if (administrator) {
		environment.KEYTURN_ADMIN_EMAIL = administrator.email;
		environment.KEYTURN_ADMIN_PASSWORD = administrator.password;
	} else if (pending.firstAdmin && !(environment.KEYTURN_ADMIN_EMAIL && environment.KEYTURN_ADMIN_PASSWORD)) {
		report(
			"Nobody can sign in yet: set KEYTURN_ADMIN_EMAIL and KEYTURN_ADMIN_PASSWORD to make the first administrator.",
		);
	}
	const done = report.began(
		samples ? "Preparing the database and the sample portfolio (once)" : "Preparing the database",
	);
	await prepareDatabase({ root, environment, samples, stop });
	done();
	return { administrator, samplePassword };
}

function inventAdministrator(): Administrator | undefined {
	if (process.env.KEYTURN_ADMIN_EMAIL && process.env.KEYTURN_ADMIN_PASSWORD) return undefined;
	return {
		email: process.env.KEYTURN_ADMIN_EMAIL || "admin@keyturn.example",
		password: process.env.KEYTURN_ADMIN_PASSWORD || readSecrets(root).administratorPassword,
	};
}

function welcome(input: Made & { address: string; isEmbedded: boolean; seconds: number }): string {
	const { address, administrator, samplePassword, isEmbedded, seconds } = input;
	const signIn = administrator ? "" : "   with the address and password of your first start";
	const lines = [`Keyturn   ${address}   (ready in ${seconds.toFixed(1)} s)`, `Sign in   ${address}/admin${signIn}`];
	if (administrator) {
		lines.push(`          ${administrator.email}`, `          ${administrator.password}   (shown this once: keep it)`);
	}
	if (samplePassword) {
		lines.push(`Samples   ops@, manager@, finance@, compliance@ or auditor@keyturn.example   ${samplePassword}`);
	}
	if (isEmbedded) lines.push("Try it    npm run demo   (in another terminal)");
	return `\n${lines.join("\n")}\nStop      Ctrl-C\n`;
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
process.on("disconnect", () => stopping.abort());

try {
	await serve(stopping.signal);
	process.exit(0);
} catch (error) {
	// Whatever was cut short by the wish to stop is no failure.
	if (stopping.signal.aborted) process.exit(0);
	report(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
