import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from "payload";
import { idOf } from "@/access/actorOf";
import { isSystem } from "@/access/authority";
import { refuseUnseenLink, refuseUnseenRelease } from "@/operations/approvals/refuseUnseenRelease";
import type { Casino, Company } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { atField } from "../values/atField";

const linkOf = (company: Partial<Company> | undefined) => company?.stripeID || null;

/** The customer that a company is linked to says whose payments are whose: a held one above the limit is not released by it. */
export const refuseUnseenCustomer: CollectionBeforeChangeHook<Company> = async ({ data, originalDoc, req }) => {
	const [before, after] = [linkOf(originalDoc), linkOf(data)];
	if (before === after || isSystem(req)) return data;
	await atField({ req, collection: slug.companies }, async () => {
		await refuseUnseenLink({ req, before, after });
		if (!originalDoc) return;
		await refuseUnseenRelease({ req, of: originalDoc.id, payer: { companyStripeId: after }, path: "stripeID" });
	});
	return data;
};

/** A casino of another company has its customer: what is held for the casino's invoices may then fit. */
export const refuseUnseenCompany: CollectionBeforeChangeHook<Casino> = async ({ data, originalDoc, req }) => {
	if (!originalDoc || data.company === undefined || isSystem(req)) return data;
	const company = idOf(data.company);
	if (company === idOf(originalDoc.company)) return data;
	const sql = await sqlOf(req);
	const [row] = await sql<{ stripeID: string | null }>(
		`SELECT stripe_i_d AS "stripeID" FROM companies WHERE id = $1::uuid`,
		[company],
	);
	const payer = { companyStripeId: linkOf(row) };
	await atField({ req, collection: slug.casinos }, () =>
		refuseUnseenRelease({ req, of: originalDoc.id, payer, path: "company" }),
	);
	return data;
};

/** Without its company a casino is nobody's, and whoever pays is not compared with it. */
export const refuseUnseenRemoval: CollectionBeforeDeleteHook = async ({ id, req }) => {
	if (isSystem(req)) return;
	await refuseUnseenRelease({ req, of: String(id), payer: { companyStripeId: null }, path: "casinos" });
};
