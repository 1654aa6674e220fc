import { hasCome } from "@/domain/elapsed";
import { InvalidInput } from "@/errors";

/** @throws InvalidInput when it has come already. @param expiresAt ISO 8601 */
export function requireFuture(expiresAt: string, now: Date): void {
	if (!hasCome(expiresAt, now.toISOString())) return;
	throw new InvalidInput([{ path: "expiresAt", message: "Choose a day in the future." }]);
}
