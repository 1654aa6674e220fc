import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./testServer";

declare module "vitest" {
	export interface ProvidedContext {
		testServer: TestServer;
	}
}

type Shared = { server: ReturnType<typeof startTestServer>; users: number };

// Vitest loads this file once a project, in one process: the projects share the server through the process.
const holder = globalThis as typeof globalThis & { keyturnTestServer?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	holder.keyturnTestServer ??= { server: startTestServer(), users: 0 };
	const shared = holder.keyturnTestServer;
	shared.users += 1;
	const { adminUrl, template, productTemplate } = await shared.server;
	project.provide("testServer", { adminUrl, template, productTemplate });
	return async () => {
		shared.users -= 1;
		if (shared.users > 0) return;
		delete holder.keyturnTestServer;
		await (await shared.server).stop();
	};
}
