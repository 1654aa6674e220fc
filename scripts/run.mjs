import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./bootstrap/ensureInstalled.mjs";
import { main, root } from "./bootstrap/main.mjs";
import { runOnNode } from "./bootstrap/runOnNode.mjs";

// Runs one of package.json's commands on the Node.js to run on: `run.mjs [--with-environment] FILE ARGUMENTS`.
const words = process.argv.slice(2);
const hasEnvironment = words[0] === "--with-environment";
const [file, ...args] = hasEnvironment ? words.slice(1) : words;
const preload = [`${root}/scripts/serving/dieWithParent.mjs`];
if (file.endsWith(".ts")) preload.push("tsx");
if (hasEnvironment) preload.push(`${root}/scripts/withEnvironment.ts`);

await main(async () => {
	// A restore may be the first thing that runs after git clone. What somebody installed is left as it is.
	if (!existsSync(join(root, "node_modules"))) await ensureInstalled(root);
	return runOnNode({ root, file, args, preload });
});
