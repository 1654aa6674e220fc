import type { PayloadRequest } from "payload";
import { actorOf, isVendor } from "@/access/actorOf";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import { env } from "@/env";
import { Conflict } from "@/errors";
import { slug } from "@/slugs";
import type { FoundItem } from "./findItem";

/**
 * Refuses to have moved by hand what follows the run or a record, saying what shows it instead. The vendor's people are told what was
 * found, and where: the record, or the onboarding while there is none.
 * @throws Conflict
 */
export function refuseComputed(req: PayloadRequest, item: FoundItem): void {
	if (item.automation) throw new Conflict("The provisioning run does this; it ticks itself.", "ticks_itself");
	if (!item.criterion) return;
	const when = sayDoneWhen(item.criterion);
	if (!isVendor(actorOf(req))) throw new Conflict(when, "ticks_itself");
	const record = item.foundIn ?? { collection: slug.onboardings, id: item.onboardingId };
	const url = `${env().SERVER_URL}/admin/collections/${record.collection}/${record.id}`;
	throw new Conflict([when, item.says].filter(Boolean).join(" "), "ticks_itself", { record, url });
}
