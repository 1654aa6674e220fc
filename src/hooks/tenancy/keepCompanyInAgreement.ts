import type { CollectionAfterChangeHook } from "payload";
import { idOf } from "@/access/actorOf";
import { followCompany } from "@/operations/tenancy/followCompany";

/** A casino's onboardings and subscriptions name the casino's company, whenever it changes. */
export const keepCompanyInAgreement: CollectionAfterChangeHook = async ({ data, doc, operation, previousDoc, req }) => {
	const company = idOf(data.company);
	if (operation === "update" && company && company !== idOf(previousDoc?.company)) {
		await followCompany({ req, casinoId: doc.id, companyId: company });
	}
	return doc;
};
