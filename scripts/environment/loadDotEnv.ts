import { existsSync } from "node:fs";
import { join } from "node:path";

/** Adds the settings of `.env`; what the environment already says wins. */
export function loadDotEnv(root: string): void {
	const file = join(root, ".env");
	if (existsSync(file)) process.loadEnvFile(file);
}
