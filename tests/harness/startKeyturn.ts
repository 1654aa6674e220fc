import { getPayload, handleEndpoints, type Payload } from "payload";
import { vi } from "vitest";
import { testEnvironment } from "./testEnvironment";

export type Keyturn = {
	payload: Payload;
	/** A request to Keyturn's API in this process, through the same door as over the network: `/stripe/webhooks`. */
	request(path: string, init?: RequestInit): Promise<Response>;
	stop(): Promise<void>;
};

/**
 * Keyturn's configuration on one test file's databases, without a server or a worker. Once a test file: the
 * configuration reads the environment when it is loaded.
 */
export async function startKeyturn(settings: {
	databaseUrl: string;
	productDatabaseUrl: string;
	environment?: Record<string, string>;
}): Promise<Keyturn> {
	const { databaseUrl, productDatabaseUrl, environment } = settings;
	const variables = { ...testEnvironment, DATABASE_URL: databaseUrl, PRODUCT_DATABASE_URL: productDatabaseUrl };
	for (const [name, value] of Object.entries({ ...variables, ...environment })) vi.stubEnv(name, value);
	const { default: config } = await import("@payload-config");
	const payload = await getPayload({ config });
	return {
		payload,
		request: (path, init) =>
			handleEndpoints({ config, request: new Request(new URL(`/api${path}`, payload.config.serverURL), init) }),
		stop: async () => {
			await payload.destroy();
			vi.unstubAllEnvs();
		},
	};
}
