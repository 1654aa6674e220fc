import { createHash } from "node:crypto";
import type { AuthStrategy } from "payload";
import type { ApiClient } from "@/payload-types";
import { slug } from "@/slugs";

/** Keys look like `ktk_` and 43 characters of base64url: 256 random bits. */
export const apiKeyPattern = /^ktk_[A-Za-z0-9_-]{43}$/;

/** A key is random, not chosen, so one plain SHA-256 is as good as a slow hash and can be looked up. */
export function hashApiKey(key: string): string {
	return createHash("sha256").update(key).digest("hex");
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
		return { user: client ? { ...client, collection: slug.apiClients } : null };
	},
};
