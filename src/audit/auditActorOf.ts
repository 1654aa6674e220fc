import type { PayloadRequest } from "payload";
import { unprovedMark } from "@/domain/formatPerson";
import { slug } from "@/slugs";

/**
 * Who a change is recorded under. A person who set off something the system did stays its actor; the system is one
 * only where nobody asked.
 */
export function auditActorOf(req: Pick<PayloadRequest, "user" | "context">): string {
	const { user, context } = req;
	if (user) return `${user.collection === slug.apiClients ? "api-client" : "user"}:${user.id}`;
	return typeof context.why === "string" ? `system:${context.why}` : "anonymous";
}

/** Why the system acted in somebody's name (`asSystem(req, why)`), where it did. */
export function auditReasonOf(req: Pick<PayloadRequest, "user" | "context">): string | null {
	return markUnproved(req, req.user && typeof req.context.why === "string" ? req.context.why : null);
}

/** Says beside the reason that whoever acted had not proved their address: the name is then only what was typed. */
export function markUnproved({ user }: Pick<PayloadRequest, "user">, reason: string | null): string | null {
	if (user?.collection !== slug.users || user.addressProvedAt) return reason;
	return reason ? `${reason} (${unprovedMark})` : unprovedMark;
}
