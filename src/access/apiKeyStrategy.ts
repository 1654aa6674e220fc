import { createHash } from "node:crypto";
import type { AuthStrategy, Payload } from "payload";
import type { ApiClient, User } from "@/payload-types";
import { slug } from "@/slugs";
import { actorOf, idOf } from "./actorOf";

/** Keys look like `ktk_` and 43 characters of base64url: 256 random bits. */
export const apiKeyPattern = /^ktk_[A-Za-z0-9_-]{43}$/;

/** A key is random, not chosen, so one plain SHA-256 is as good as a slow hash and can be looked up. */
export function hashApiKey(key: string): string {
	return createHash("sha256").update(key).digest("hex");
}

/** A key that a person keeps is good for as long as that person reaches its casino. One that nobody keeps is the installation's. */
async function hasHolder(payload: Payload, { holder, casino }: ApiClient): Promise<boolean> {
	const id = idOf(holder);
	if (id === null) return true;
	const person = await payload.db.findOne<User>({ collection: slug.users, where: { id: { equals: id } } });
	const actor = person ? actorOf({ user: { ...person, collection: slug.users } }) : null;
	return actor?.kind === "person" && (actor.vendorRole !== null || actor.roles.has(idOf(casino) ?? ""));
}

/** Signs a service account in by `Authorization: Bearer ktk_…`. An expired key is nobody's. */
export const apiKeyStrategy: AuthStrategy = {
	name: "api-key",
	authenticate: async ({ headers, payload }) => {
		const key = headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1];
		if (!key || !apiKeyPattern.test(key)) return { user: null };
		const client = await payload.db.findOne<ApiClient>({
			collection: slug.apiClients,
			where: { keyHash: { equals: hashApiKey(key) }, expiresAt: { greater_than: new Date().toISOString() } },
		});
		if (!client || !(await hasHolder(payload, client))) return { user: null };
		return { user: { ...client, collection: slug.apiClients } };
	},
};
