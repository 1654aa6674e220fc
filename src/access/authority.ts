import type { PayloadRequest } from "payload";

/** Acts with the rights of whoever sent the request. Spread into every Local API call a person causes. */
export function asUser(req: PayloadRequest) {
	// A call of the system earlier in the same request has left its reason in the context.
	return { req, user: req.user, overrideAccess: false, context: { why: undefined } } as const;
}

/**
 * Acts with the system's rights, past every access rule.
 * @param why what makes this right, in a few words; it stands in the audit record beside the change
 */
export function asSystem(req: PayloadRequest, why: string) {
	return { req, overrideAccess: true, context: { why } } as const;
}

/** Whether the Local API call a hook runs in was made with `asSystem`. */
export function isSystem(req: Pick<PayloadRequest, "context">): boolean {
	return typeof req.context.why === "string";
}
