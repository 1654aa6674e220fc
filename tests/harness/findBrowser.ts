import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH, the system's, the one in Playwright's cache, else, as root on
 * Debian, one installed now. Throws one sentence that says what to do.
 */
export function findBrowser(): string {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
	}
	const found = [...INSTALLED, ...cachedBrowsers()].find((path) => existsSync(path));
	if (found) return found;
	if (process.getuid?.() === 0 && installBrowser()) return INSTALLED[0] as string;
	throw new Error(
		"The browser tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH to the program.",
	);
}

function cachedBrowsers(): string[] {
	const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
	if (!existsSync(cache)) return [];
	return readdirSync(cache)
		.filter((name) => /^chromium-\d+$/.test(name))
		.flatMap((name) => [join(cache, name, "chrome-linux64/chrome"), join(cache, name, "chrome-linux/chrome")]);
}

function installBrowser(): boolean {
	process.stdout.write("· Installing Chromium for the browser tests…\n");
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const apt = (...args: string[]) =>
		spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
	const arguments_ = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"];
	return (apt(...arguments_) || (apt("update", "-qq") && apt(...arguments_))) && existsSync(INSTALLED[0] as string);
}
