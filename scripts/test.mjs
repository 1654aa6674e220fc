import { ensureInstalled } from "./bootstrap/ensureInstalled.mjs";
import { main, root } from "./bootstrap/main.mjs";
import { runPinned } from "./bootstrap/runPinned.mjs";

// Plain JavaScript without packages: this may be the first thing that runs after git clone.
await main(async () => {
	await ensureInstalled(root);
	return runPinned({ root, file: "scripts/runTests.ts", args: process.argv.slice(2) });
});
