import { join } from "node:path";
import { ensureBuilt } from "../../scripts/build.mjs";
import { findFreePort } from "../../scripts/postgres/findFreePort";
import { prepareDatabase } from "../../scripts/serving/prepareDatabase";
import { startWeb } from "../../scripts/serving/startWeb";
import { startMailServer } from "./mailServer";
import { administrator, samplePassword, testEnvironment } from "./testEnvironment";
import { copyTemplates, startTestServer } from "./testServer";

/**
 * Playwright's global setup: the built application with its worker and the sample portfolio, on a database, a mail
 * server and a port of its own. Tests find it through `baseURL`, and its databases through DATABASE_URL and PRODUCT_DATABASE_URL.
 */
export default async function serveForBrowser(): Promise<() => Promise<void>> {
	const root = join(import.meta.dirname, "../..");
	const database = await startTestServer();
	const mail = await startMailServer();
	const stopBeside = async () => {
		await mail.stop();
		await database.stop();
	};
	try {
		const port = await findFreePort();
		const urls = await copyTemplates(database, `browser_${process.pid}`);
		const environment = {
			...process.env,
			...testEnvironment,
			...urls,
			NODE_ENV: "production",
			PORT: String(port),
			SMTP_URL: mail.smtpUrl,
			SERVER_URL: `http://localhost:${port}`,
			KEYTURN_WORKER_INSIDE: "true",
			KEYTURN_ADMIN_EMAIL: administrator.email,
			KEYTURN_ADMIN_PASSWORD: administrator.password,
			KEYTURN_SAMPLE_PASSWORD: samplePassword,
		};
		const stop = new AbortController().signal;
		await Promise.all([prepareDatabase({ root, environment, samples: true, stop }), ensureBuilt()]);
		const web = await startWeb({ root, port, environment, stop });
		Object.assign(process.env, urls, { KEYTURN_TEST_ADDRESS: environment.SERVER_URL });
		return async () => {
			await web.stop();
			await stopBeside();
		};
	} catch (error) {
		await stopBeside();
		throw error;
	}
}
