import { createLocalReq, type PayloadRequest } from "payload";
import { type CustomerRole, customerRoles, type VendorRole, vendorRoles } from "@/access/roles";
import type { EvidenceKind } from "@/domain/playbook/content";
import { inTransaction } from "@/operations/inTransaction";
import { tickItem } from "@/operations/items/tickItem";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import type { Opened } from "./openCustomer";

type OpenItem = { id: string; responsible: string; evidence: EvidenceKind; choices: string[] };

/** What people can do now in these phases: not what ticks itself, not what waits for something else. */
const readySql = `
	SELECT i.id, i.responsible, i.evidence, ARRAY(SELECT jsonb_array_elements_text(i.rule -> 'choices')) AS choices
	FROM checklist_items i
	WHERE i.onboarding_id = $1::uuid AND i.phase = ANY($2::text[]) AND i.key <> ALL($3::text[]) AND i.status IN ('open', 'in_progress')
		AND i.automation IS NULL AND i.criterion IS NULL
		AND NOT EXISTS (SELECT 1 FROM checklist_items b WHERE b.onboarding_id = i.onboarding_id AND b.status IN ('open', 'in_progress')
			AND i.rule -> 'after' ? b.key)
	ORDER BY i.position`;

/** Does what can be done in some phases of a customer's onboarding, each item by whoever answers for it, with its proof. */
export async function workThrough(
	desk: Desk,
	customer: Opened,
	{ phases, except = [] }: { phases: readonly string[]; except?: readonly string[] },
): Promise<void> {
	const sql = await sqlOf({ payload: desk.payload });
	for (;;) {
		const ready = await sql<OpenItem>(readySql, [customer.onboarding.id, phases, except]);
		if (ready.length === 0) return;
		for (const item of ready) await doItem(desk, customer, item);
	}
}

async function doItem(desk: Desk, customer: Opened, item: OpenItem): Promise<void> {
	const { facts } = customer;
	const isCustomers = customerRoles.some((role) => role === item.responsible);
	const req = await requestAs(desk, customer, item.responsible);
	const file = item.evidence === "file" ? await attachCopy(desk, customer) : null;
	await inTransaction(req, () =>
		tickItem({
			req,
			itemId: item.id,
			proof: {
				choice: item.choices[0] ?? null,
				value: item.evidence === "value" ? "As agreed with the operations lead" : null,
				link: item.evidence === "link" ? "https://files.keyturn.example/samples" : null,
				file,
				signedName: item.evidence === "signature" ? (isCustomers ? facts.lead.name : (req.user as User).name) : null,
			},
			minutes: 20,
			note: null,
		}),
	);
}

/** A colleague of the vendor's, or one who stands in for the customer's people: most of them have no account in a sample. */
async function requestAs(desk: Desk, { casino }: Opened, role: string): Promise<PayloadRequest> {
	const vendorRole = vendorRoles.find((one) => one === role && one !== "admin") as VendorRole | undefined;
	const person = colleague(desk, vendorRole ?? "ops");
	const roles = customerRoles.filter((one): one is CustomerRole => one === role);
	const memberships = roles.length > 0 ? [{ casino: casino.id, roles }] : [];
	const user = { ...person, memberships, ...(role === "admin" ? { vendorRole: "admin" as const } : {}) };
	return createLocalReq({ user: { ...user, collection: slug.users } }, desk.payload);
}

async function attachCopy({ payload, system }: Desk, { casino, facts }: Opened): Promise<string> {
	const data = Buffer.from(`A sample of a signed copy, for ${facts.casino}.\n`);
	const { id } = await payload.create({
		collection: slug.media,
		data: { casino: casino.id, alt: "Sample of a signed copy" } as never,
		file: { data, mimetype: "text/plain", name: `${facts.domain}-copy.txt`, size: data.length },
		depth: 0,
		...system,
	});
	return id;
}
