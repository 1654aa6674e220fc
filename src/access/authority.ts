import { isolateObjectProperty, type PayloadRequest } from "payload";

/**
 * The same request and transaction with a context for one call alone. Payload writes a call's context into the request
 * it is given: shared, the system's reason would outlive its call and lend its rights to the person's own write.
 */
const forOneCall = (req: PayloadRequest): PayloadRequest => isolateObjectProperty(req, "context");

/** Acts with the rights of whoever sent the request. Spread into every Local API call a person causes. */
export function asUser(req: PayloadRequest) {
	return { req: forOneCall(req), user: req.user, overrideAccess: false, context: { why: undefined } } as const;
}

/**
 * Acts with the system's rights, past every access rule.
 * @param why what makes this right, in a few words; it stands in the audit record beside the change
 */
export function asSystem(req: PayloadRequest, why: string) {
	return { req: forOneCall(req), overrideAccess: true, context: { why } } as const;
}

/** Whether the Local API call a hook runs in was made with `asSystem`. */
export function isSystem(req: Pick<PayloadRequest, "context">): boolean {
	return typeof req.context.why === "string";
}
