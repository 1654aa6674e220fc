import type { PayloadRequest } from "payload";
import { slug } from "@/slugs";

/** The session of a person that a request was sent with; null for programs, and for what the system does in somebody's name. */
export function findSessionId({ user }: Pick<PayloadRequest, "user">): string | null {
	return user?.collection === slug.users ? ((user as { _sid?: string })._sid ?? null) : null;
}
