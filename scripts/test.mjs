import { ensureInstalled } from "./bootstrap/ensureInstalled.mjs";
import { main, root } from "./bootstrap/main.mjs";
import { runOnNode } from "./bootstrap/runOnNode.mjs";

// Plain JavaScript without packages: this may be the first thing that runs after git clone.
await main(async () => {
	await ensureInstalled(root);
	return runOnNode({ root, file: "scripts/runTests.ts", args: process.argv.slice(2) });
});
