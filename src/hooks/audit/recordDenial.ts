import { type AfterErrorHook, AuthenticationError, LockedAuth, type PayloadRequest } from "payload";
import { countDenial } from "@/operations/audit/countDenial";

/**
 * Records what was answered with 403, and sign-ins that failed: for the configuration's `afterError`. Neither bodies nor
 * queries are kept, and no address nobody has an account under.
 */
export const recordDenial: AfterErrorHook = async ({ collection, error, req }) => {
	const isFailedSignIn = error instanceof AuthenticationError || error instanceof LockedAuth;
	const isDenied = "status" in error && error.status === 403;
	if (!isFailedSignIn && !isDenied) return;
	const account = isFailedSignIn && collection ? await findAccount(req, collection.slug) : null;
	const path = shownPath(req.pathname);
	await countDenial({
		req,
		denial: {
			action: isDenied ? "denied" : "sign_in_failed",
			collection: collection?.slug ?? "",
			document: account ?? recordIdOf(req.routeParams?.id),
			route: `${routeOf(req, path)}${account ? ` ${account}` : ""}`,
			path,
			...(isFailedSignIn ? { tried: String(req.data?.email).trim().toLowerCase() } : {}),
			reason: isDenied ? null : "wrong e-mail or password",
		},
	});
};

async function findAccount(req: PayloadRequest, collection: string): Promise<string | null> {
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

/** The route behind a path: what a client may choose in it is left out, or each choice would be counted for itself. */
function routeOf(req: PayloadRequest, path: string): string {
	const { collection, global, ...chosen } = req.routeParams ?? {};
	const free = new Set(Object.values(chosen).map(String));
	return path
		.split("/")
		.map((part) => (free.has(part) || free.has(decode(part)) || part === "…" ? ":" : part))
		.join("/");
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
