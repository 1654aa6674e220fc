import type { Endpoint, PayloadRequest } from "payload";
import type { z } from "zod";
import { actorOf } from "@/access/actorOf";
import type { VendorRole } from "@/access/roles";
import { isRecordId } from "@/domain/isRecordId";
import { findUnstorable } from "@/domain/text/findUnstorable";
import { Forbidden, InvalidInput, KeyturnError, SignInRequired, toHttp } from "@/errors";
import { recordDenied } from "@/operations/audit/countDenial";
import { asOurs } from "./asOurs";

type Definition<Body, Result> = {
	method: "get" | "post";
	path: string;
	/** Vendor roles that may; `signedIn` leaves it to the operation, `anyone` asks for nobody. */
	allow: readonly VendorRole[] | "signedIn" | "anyone";
	/** What the body must be; without it the body is not read. */
	body?: z.ZodType<Body>;
	/** One operation. Its result is the JSON answer; a Response is passed on as it is. */
	handle(input: { req: PayloadRequest; id: string; body: Body }): Promise<Result>;
};

/**
 * One route: authenticate, parse, authorize, one operation, respond. Every error leaves through the one mapping;
 * what is unexpected is logged without the body.
 */
export function defineEndpoint<Body, Result>(definition: Definition<Body, Result>): Endpoint {
	return {
		method: definition.method,
		path: definition.path,
		handler: async (req) => {
			try {
				await authorize(req, definition.allow);
				const id = String(req.routeParams?.id ?? "");
				if (definition.path.includes(":id") && !isRecordId(id))
					throw new InvalidInput([{ path: "id", message: "is not an id." }]);
				const body = await parseBody(req, definition.body);
				const result = await definition.handle({ req, id, body });
				return result instanceof Response ? result : Response.json(result ?? { ok: true });
			} catch (thrown) {
				const error = asOurs(thrown, req);
				if (!(error instanceof KeyturnError)) {
					req.payload.logger.error({ err: error, msg: `${definition.method} ${definition.path} failed` });
				}
				if (error instanceof KeyturnError && error.status === 403) await recordDenied({ req, what: definition.path });
				return toHttp(error);
			}
		},
	};
}

async function authorize(req: PayloadRequest, allow: Definition<unknown, unknown>["allow"]): Promise<void> {
	if (allow === "anyone") return;
	const actor = actorOf(req);
	if (actor.kind === "anonymous") throw new SignInRequired();
	if (allow === "signedIn") return;
	if (actor.kind !== "person" || actor.vendorRole === null || !allow.includes(actor.vendorRole)) throw new Forbidden();
}

async function parseBody<Body>(req: PayloadRequest, schema: z.ZodType<Body> | undefined): Promise<Body> {
	if (!schema) return undefined as Body;
	const sent = await readJson(req);
	const unstorable = findUnstorable(sent);
	if (unstorable !== null) {
		throw new InvalidInput([{ path: unstorable || "body", message: "contains a character that cannot be stored." }]);
	}
	const parsed = schema.safeParse(sent);
	if (parsed.success) return parsed.data;
	throw new InvalidInput(
		parsed.error.issues.map((issue) => ({ path: issue.path.join(".") || "body", message: issue.message })),
	);
}

async function readJson(req: PayloadRequest): Promise<unknown> {
	try {
		return (await req.json?.()) ?? {};
	} catch {
		throw new InvalidInput([{ path: "body", message: "is not JSON." }]);
	}
}
