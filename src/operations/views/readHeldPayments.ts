import type { PayloadRequest } from "payload";
import { type HeldEvent, listHeldEvents } from "../payments/listHeldEvents";
import { requireVendor } from "./requireVendor";

/**
 * What the screen of held payments shows, and whether this person may decide on them.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readHeldPayments({
	req,
}: {
	req: PayloadRequest;
}): Promise<{ held: HeldEvent[]; mayDecide: boolean }> {
	const role = requireVendor(req);
	const held = await listHeldEvents({ req });
	return { held, mayDecide: role === "admin" || role === "ops" || role === "finance" };
}
