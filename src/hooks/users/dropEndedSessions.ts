import type { CollectionAfterReadHook } from "payload";
import { keepOpenSessions } from "@/operations/users/sessions";
import type { User } from "@/payload-types";

/**
 * A session that is over is not in the account as it is read. Payload recognises a request by the session that it finds there, and
 * asks for none of its moments itself: so nobody comes in by one that began too long ago, however often it was lengthened.
 */
export const dropEndedSessions: CollectionAfterReadHook<User> = ({ doc }) => keepOpenSessions(doc);
