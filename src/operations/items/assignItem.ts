import type { PayloadRequest } from "payload";
import { InvalidInput } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { changeItem } from "./changeItem";
import { findItem } from "./findItem";

/**
 * Gives an item to a person, or to nobody: then it is everybody's who holds the responsible role. In the caller's transaction.
 * @throws InvalidInput when the person is neither the vendor's nor one of the casino's
 */
export async function assignItem(input: {
	req: PayloadRequest;
	itemId: string;
	assignee: string | null;
}): Promise<{ assignee: string | null }> {
	const { req, assignee } = input;
	const item = await findItem(input);
	if (assignee !== null) {
		const sql = await sqlOf(req);
		const found = await sql(
			`SELECT 1 FROM users u WHERE u.id = $1::uuid AND (
				(u.vendor_role IS NOT NULL AND (u.access_ends_at IS NULL OR u.access_ends_at > now()))
				OR EXISTS (SELECT 1 FROM users_memberships m WHERE m._parent_id = u.id AND m.casino_id = $2::uuid))`,
			[assignee, item.casinoId],
		);
		if (found.length === 0) {
			throw new InvalidInput([
				{ path: "assignee", message: "Choose one of the vendor's people or of this customer's." },
			]);
		}
	}
	await changeItem({
		req,
		item,
		action: "item.assigned",
		assignments: "assignee_id = $2::uuid",
		values: [assignee],
		after: { status: item.status, assignee },
		reason: null,
	});
	return { assignee };
}
