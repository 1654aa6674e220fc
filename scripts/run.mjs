import { main, root } from "./bootstrap/main.mjs";
import { runOnNode } from "./bootstrap/runOnNode.mjs";

// Runs one of package.json's commands on the Node.js to run on: `run.mjs [--with-environment] FILE ARGUMENTS`.
const words = process.argv.slice(2);
const hasEnvironment = words[0] === "--with-environment";
const [file, ...args] = hasEnvironment ? words.slice(1) : words;
const preload = [`${root}/scripts/serving/dieWithParent.mjs`];
if (file.endsWith(".ts")) preload.push("tsx");
if (hasEnvironment) preload.push(`${root}/scripts/withEnvironment.ts`);

await main(() => runOnNode({ root, file, args, preload }));
