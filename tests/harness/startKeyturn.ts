import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createLocalReq, getPayload, handleEndpoints, type Payload, type PayloadRequest } from "payload";
import { vi } from "vitest";
import type { User } from "@/payload-types";
import type { VendorPorts } from "@/provisioning/ports";
import { createTestDatabase } from "./createTestDatabase";
import { testEnvironment } from "./testEnvironment";

/** Who sends a request: a sign-in token, or an account that is signed in for it (service accounts by their key). */
export type Sender = { token: string } | { key: string };

export type RestAnswer = {
	status: number;
	/** Parsed JSON; the text of an answer that is none; null when empty. */
	body: unknown;
	headers: Headers;
};

export type RestOptions = {
	as?: Sender | undefined;
	/** Sent as JSON; beside a file as the form's `_payload`, as the admin panel does. */
	body?: unknown;
	headers?: Record<string, string>;
	file?: { name: string; type: string; data: Uint8Array | string };
};

export type Keyturn = {
	payload: Payload;
	databaseUrl: string;
	productDatabaseUrl: string;
	ports: VendorPorts & { product: { close(): Promise<void> } };
	/** A request to Keyturn's API in this process, through the same door as over the network: `/stripe/webhooks`. */
	request(path: string, init?: RequestInit): Promise<Response>;
	/** The same in short: `rest("GET", "/invoices?limit=1", { as })`. */
	rest(method: string, path: string, options?: RestOptions): Promise<RestAnswer>;
	/** A real sign-in. */
	signIn(email: string, password: string): Promise<{ token: string }>;
	/** A request object for Local API calls: `asUser(await requestOf(user))`, `asSystem(await requestOf(), "why")`. */
	requestOf(user?: PayloadRequest["user"]): Promise<PayloadRequest>;
	stop(): Promise<void>;
};

/**
 * Keyturn's configuration on databases of its own, without a server or a worker. Once a test file: the configuration
 * reads the environment when it is loaded, and vitest gives each file modules of its own.
 * @param settings other databases than a fresh pair, and environment variables besides the harness's
 */
export async function startKeyturn(
	settings: { databaseUrl?: string; productDatabaseUrl?: string; environment?: Record<string, string> } = {},
): Promise<Keyturn> {
	const { databaseUrl, productDatabaseUrl } = await databasesOf(settings);
	const variables = { ...testEnvironment, DATABASE_URL: databaseUrl, PRODUCT_DATABASE_URL: productDatabaseUrl };
	for (const [name, value] of Object.entries({ ...variables, ...settings.environment })) vi.stubEnv(name, value);
	const { default: config } = await import("@payload-config");
	const payloadInstanceCacheKey = randomUUID();
	const payload = await getPayload({ config, key: payloadInstanceCacheKey });
	const ports: Keyturn["ports"] = payload.config.custom.ports;
	const request: Keyturn["request"] = (path, init) => {
		const url = new URL(`/api${path}`, payload.config.serverURL);
		return handleEndpoints({ config, payloadInstanceCacheKey, request: new Request(url, init) });
	};
	const rest: Keyturn["rest"] = async (method, path, options = {}) =>
		answerOf(await request(path, init(method, options)));
	return {
		payload,
		databaseUrl,
		productDatabaseUrl,
		ports,
		request,
		rest,
		signIn: async (email, password) => {
			const { status, body } = await rest("POST", "/users/login", { body: { email, password } });
			if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`);
			return { token: (body as { token: string }).token };
		},
		requestOf: (user = null) => createLocalReq(user ? { user: user as User } : {}, payload),
		stop: async () => {
			const { pool } = payload.db;
			await payload.destroy();
			await Promise.all([endPool(pool), ports.product.close()]);
			vi.unstubAllEnvs();
		},
	};
}

/** Payload borrows one connection for as long as it lives and never hands it back: `end` alone would wait for ever. */
async function endPool(pool: Payload["db"]["pool"]): Promise<void> {
	// What goes on after an answer, such as waking workers, gets a second to finish.
	for (let look = 0; look < 40 && pool.totalCount - pool.idleCount > 1; look++) await sleep(25);
	const ended = pool.end();
	const borrowed = [...(pool as unknown as { _clients: { release(isBroken: boolean): void }[] })._clients];
	for (const client of borrowed) client.release(true);
	await ended;
	if (borrowed.length > 1) throw new Error(`${borrowed.length - 1} database connections were never handed back.`);
}

async function databasesOf(settings: { databaseUrl?: string; productDatabaseUrl?: string }) {
	const { databaseUrl, productDatabaseUrl } = settings;
	return databaseUrl && productDatabaseUrl ? { databaseUrl, productDatabaseUrl } : createTestDatabase();
}

function init(method: string, { as, body, headers, file }: RestOptions): RequestInit {
	const sent = new Headers(headers);
	if (as) sent.set("authorization", "token" in as ? `JWT ${as.token}` : `Bearer ${as.key}`);
	if (file) {
		const form = new FormData();
		form.set("file", new File([file.data as BlobPart], file.name, { type: file.type }));
		form.set("_payload", JSON.stringify(body ?? {}));
		return { method, headers: sent, body: form };
	}
	if (body === undefined) return { method, headers: sent };
	sent.set("content-type", "application/json");
	return { method, headers: sent, body: JSON.stringify(body) };
}

async function answerOf(response: Response): Promise<RestAnswer> {
	const text = await response.text();
	const isJson = response.headers.get("content-type")?.includes("json") && text !== "";
	return {
		status: response.status,
		body: isJson ? (JSON.parse(text) as unknown) : text || null,
		headers: response.headers,
	};
}
