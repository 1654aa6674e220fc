import { type AfterErrorHook, AuthenticationError, LockedAuth } from "payload";
import { appendAudit } from "@/audit/appendAudit";
import { auditActorOf } from "@/audit/auditActorOf";
import { sqlOf } from "@/queue/sqlOf";

/**
 * Records what was answered with 403, and sign-ins that failed: for the configuration's `afterError`. On a connection
 * of its own, because the request's transaction has been rolled back; failing to record does not change the answer.
 * Neither bodies nor queries are kept, and no address nobody has an account under.
 */
export const recordDenial: AfterErrorHook = async ({ collection, error, req }) => {
	const isFailedSignIn = error instanceof AuthenticationError || error instanceof LockedAuth;
	const isDenied = "status" in error && error.status === 403;
	if (!isFailedSignIn && !isDenied) return;
	try {
		const account = isFailedSignIn && collection ? await findAccount(req, collection.slug) : null;
		const entry = {
			actor: auditActorOf({ user: req.user, context: {} }),
			action: isDenied ? "denied" : "sign_in_failed",
			collection: collection?.slug ?? "",
			document: account ?? recordIdOf(req.routeParams?.id),
			after: { method: req.method ?? null, path: shownPath(req.pathname) },
			reason: isDenied ? null : error instanceof LockedAuth ? "locked" : "wrong e-mail or password",
		};
		await appendAudit({ sql: await sqlOf({ payload: req.payload }), entries: [entry] });
	} catch (cause) {
		req.payload.logger.error({ err: cause, msg: "A denial could not be recorded" });
	}
};

async function findAccount(req: Parameters<AfterErrorHook>[0]["req"], collection: string): Promise<string | null> {
	const email = req.data?.email;
	if (typeof email !== "string") return null;
	const where = { email: { equals: email.trim().toLowerCase() } };
	const account = await req.payload.db.findOne<{ id: string }>({ collection: collection as "users", where });
	return account?.id ?? null;
}

function recordIdOf(value: unknown): string | null {
	return typeof value === "string" ? value.slice(0, 64) : null;
}

/** A path with long parts cut: they could be tokens. */
function shownPath(pathname: string | undefined): string {
	const parts = (pathname ?? "").split("/").map((part) => (part.length > 36 ? "…" : part));
	return parts.join("/").slice(0, 200);
}
