import { join } from "node:path";
import { embeddedEnvironment } from "./environment/embeddedEnvironment";
import { loadDotEnv } from "./environment/loadDotEnv";
import { readSecrets } from "./environment/readSecrets";
import { choosePlace } from "./postgres/choosePlace";
import { findPostgres } from "./postgres/startPostgres";

// Preloaded (`--import`) by commands that work on a system which is already running: without DATABASE_URL that is the
// embedded server of this folder.
const root = join(import.meta.dirname, "..");
loadDotEnv(root);
if (!process.env.DATABASE_URL) {
	const secrets = readSecrets(root);
	const place = choosePlace(root);
	const url = await findPostgres({ place, name: "postgres", password: secrets.postgresPassword });
	if (!url) {
		process.stderr.write("Keyturn is not running here. Run npm start first, or set DATABASE_URL.\n");
		process.exit(1);
	}
	Object.assign(process.env, embeddedEnvironment(secrets, url));
}
