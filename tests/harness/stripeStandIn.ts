import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from "express";
import { middleware as validateAgainst } from "express-openapi-validator";
import { createStripeState, type StripeObject, type StripeState } from "./stripeState";

type Failure =
	| { status: number; error: Record<string, unknown> }
	| "connection lost after the work"
	| "connection refused";

/** One request as it arrived. */
export type SeenRequest = {
	method: string;
	path: string;
	body: Record<string, unknown>;
	query: Record<string, unknown>;
	idempotencyKey: string | undefined;
};

export type StripeStandIn = {
	/** What STRIPE_API_BASE is set to. */
	apiBase: string;
	/** What the account holds; tests change it to play Stripe's part. */
	state: StripeState;
	/** Every request that kept the contract, in order. */
	requests: SeenRequest[];
	/** The next `times` requests that match (`POST /v1/invoices`, or a pattern of it) end like this. */
	failNext(request: string | RegExp, failure: Failure, times?: number): void;
	stop(): Promise<void>;
};

/**
 * Stripe's API on loopback for one test file. It refuses what Stripe's published description of its parameters does not
 * allow, replays answers by idempotency key, and keeps customers, invoices, checkouts and events in memory.
 * @param contracts the folder with the description and the official fixtures (`findContracts("stripe")`)
 */
export async function startStripeStandIn(contracts: string): Promise<StripeStandIn> {
	const state = createStripeState(readFixtures(contracts));
	const requests: SeenRequest[] = [];
	const failures: { request: string | RegExp; failure: Failure; times: number }[] = [];
	const app = express();
	app.set("query parser", "extended");
	app.use(express.urlencoded({ extended: true }));
	app.use(requireKey);
	app.use(failOnDemand(failures));
	// The published description leaves these three out: they are answered without a check.
	app.get("/v1/:kind/:id", (req, res, next) => {
		const found = state.find(req.params.id);
		const invoice = req.query.expand ? state.find(String(found?.invoice)) : undefined;
		if (req.params.kind === "invoice_payments") return answer(res, found && { ...found, ...(invoice && { invoice }) });
		if (["charges", "disputes"].includes(req.params.kind)) return answer(res, found);
		next();
	});
	app.use(
		validateAgainst({
			apiSpec: readDescription(contracts),
			validateRequests: { coerceTypes: true },
			validateResponses: false,
			validateSecurity: false,
			validateFormats: false,
		}),
	);
	app.use(remember(requests));
	app.use(replayByKey());
	route(app, state);
	app.use(answerRefusal);
	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		apiBase: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		state,
		requests,
		failNext: (request, failure, times = 1) => void failures.push({ request, failure, times }),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

type Description = Exclude<Parameters<typeof validateAgainst>[0]["apiSpec"], string>;

function readDescription(contracts: string): Description {
	const description = readJson(contracts, "openapi.2026-10-28.endive.from-sdk-types.json") as {
		paths: Record<string, { get: { parameters: { name: string; allowReserved?: boolean }[] } }>;
	};
	const search = description.paths["/v1/customers/search"]?.get.parameters.find(({ name }) => name === "query");
	// Stripe's own library sends the brackets of a search query as they are, and Stripe takes them.
	if (search) search.allowReserved = true;
	return description as unknown as Description;
}

function readFixtures(contracts: string): Record<string, StripeObject> {
	const { resources } = readJson(contracts, "fixtures3.2026-07-29.dahlia.trimmed.json") as {
		resources: Record<string, StripeObject>;
	};
	return resources;
}

const readJson = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

function route(app: express.Express, state: StripeState): void {
	const listing = (objects: StripeObject[], req: Request, res: Response) =>
		res.json(state.page(objects, req.query, req.path));
	app.get("/v1/customers/search", (req, res) => {
		const [, key, value] = /^metadata\['(\w+)'\]:'(.*)'$/.exec(String(req.query.query)) ?? [];
		const data = state.all("customer").filter(({ metadata }) => key !== undefined && metadata?.[key] === value);
		res.json({ object: "search_result", data, has_more: false, next_page: null, url: req.path });
	});
	app.post("/v1/customers", (req, res) => answer(res, state.createCustomer(req.body)));
	app.post("/v1/customers/:id", (req, res) => answer(res, state.updateCustomer(req.params.id, req.body)));
	app.get("/v1/invoices", (req, res) => {
		const { customer, status } = req.query;
		const wanted = (invoice: StripeObject) =>
			(customer === undefined || invoice.customer === customer) && (status === undefined || invoice.status === status);
		listing(state.all("invoice").filter(wanted), req, res);
	});
	app.post("/v1/invoices", (req, res) => answer(res, state.createInvoice(req.body)));
	app.post("/v1/invoices/:id/finalize", (req, res) => answer(res, state.finalizeInvoice(req.params.id)));
	app.post("/v1/invoices/:id/send", (req, res) => answer(res, state.sendInvoice(req.params.id)));
	app.post("/v1/invoices/:id/pay", (req, res) => answer(res, state.payInvoice(req.params.id)));
	app.post("/v1/invoices/:id/void", (req, res) => answer(res, state.voidInvoice(req.params.id)));
	app.post("/v1/invoiceitems", (req, res) => answer(res, state.addInvoiceItem(req.body)));
	app.post("/v1/checkout/sessions", (req, res) => answer(res, state.createCheckout(req.body)));
	app.get("/v1/events", (req, res) => {
		const created = (req.query.created ?? {}) as Record<string, string>;
		const wanted = (event: StripeObject) =>
			Number(event.created) >= Number(created.gte ?? 0) && Number(event.created) < Number(created.lt ?? Infinity);
		listing(state.all("event").filter(wanted), req, res);
	});
	for (const path of ["customers", "invoices", "checkout/sessions", "subscriptions", "events"]) {
		app.get(`/v1/${path}/:id`, (req, res) => answer(res, state.find(req.params.id)));
	}
}

function answer(res: Response, object: StripeObject | undefined): void {
	if (object) res.json(object);
	else
		res
			.status(404)
			.json({ error: { type: "invalid_request_error", code: "resource_missing", message: "No such object" } });
}

const requireKey: RequestHandler = (req, res, next) => {
	if (/^Bearer (sk|rk)_test_(?!revoked)/.test(req.get("authorization") ?? "")) return next();
	res.status(401).json({ error: { type: "invalid_request_error", message: "Invalid API Key provided" } });
};

const remember =
	(requests: SeenRequest[]): RequestHandler =>
	({ method, path, body = {}, query, headers }, _res, next) => {
		const idempotencyKey = headers["idempotency-key"] as string | undefined;
		requests.push({ method, path, body: structuredClone(body), query: { ...query }, idempotencyKey });
		next();
	};

function failOnDemand(failures: { request: string | RegExp; failure: Failure; times: number }[]): RequestHandler {
	return (req, res, next) => {
		const asked = `${req.method} ${req.path}`;
		const due = failures.find(({ request }) => (typeof request === "string" ? request === asked : request.test(asked)));
		if (!due) return next();
		due.times -= 1;
		if (due.times === 0) failures.splice(failures.indexOf(due), 1);
		if (due.failure === "connection refused") return void req.socket.destroy();
		if (due.failure !== "connection lost after the work") {
			return void res.status(due.failure.status).json({ error: due.failure.error });
		}
		res.json = () => {
			req.socket.destroy();
			return res;
		};
		next();
	};
}

/** Stripe keeps the first answer of a key, and refuses the key for other parameters. */
function replayByKey(): RequestHandler {
	const kept = new Map<string, { asked: string; status: number; body: unknown }>();
	return (req, res, next) => {
		const key = req.get("idempotency-key");
		if (req.method !== "POST" || key === undefined) return next();
		const asked = `${req.path} ${JSON.stringify(req.body)}`;
		const first = kept.get(key);
		if (first && first.asked !== asked) {
			const message =
				"Keys for idempotent requests can only be used with the same parameters they were first used with.";
			return void res.status(400).json({ error: { type: "idempotency_error", message } });
		}
		if (first) return void res.set("Idempotent-Replayed", "true").status(first.status).json(first.body);
		const send = res.json.bind(res);
		res.json = (body) => {
			kept.set(key, { asked, status: res.statusCode, body: structuredClone(body) });
			return send(body);
		};
		next();
	};
}

/** What the description forbids, and what the state of an object forbids, is answered like Stripe does: 400. */
const answerRefusal: ErrorRequestHandler = (error, _req, res, _next) => {
	res.status(error.status ?? 400).json({
		error: { type: "invalid_request_error", code: error.code ?? "parameter_invalid", message: error.message },
	});
};
