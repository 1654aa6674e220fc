import type { CollectionAfterReadHook } from "payload";
import { isSessionOver } from "@/domain/sessionLimits";
import { env } from "@/env";
import type { User } from "@/payload-types";

/**
 * A session that is over is not in the account as it is read. Payload recognises a request by the session that it finds there, and
 * asks for none of its moments itself: so nobody comes in by one that began too long ago, however often it was lengthened.
 */
export const dropEndedSessions: CollectionAfterReadHook<User> = ({ doc }) => {
	if (!doc.sessions?.length) return doc;
	const { SESSION_HOURS_VENDOR: vendor, SESSION_HOURS_CUSTOMER: customer } = env();
	const isVendor = Boolean(doc.vendorRole);
	const isOpen = (session: NonNullable<User["sessions"]>[number]) =>
		!isSessionOver({ session, isVendor, limits: { vendor, customer }, now: Date.now() });
	return { ...doc, sessions: doc.sessions.filter(isOpen) };
};
