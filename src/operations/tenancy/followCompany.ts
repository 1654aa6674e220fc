import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { slug } from "@/slugs";

/** Takes what names a company beside its casino along when the casino goes to another company. */
export async function followCompany(input: {
	req: PayloadRequest;
	casinoId: string;
	companyId: string;
}): Promise<void> {
	const { req, casinoId, companyId } = input;
	for (const collection of [slug.onboardings, slug.subscriptions] as const) {
		await req.payload.update({
			collection,
			where: {
				and: [{ casino: { equals: casinoId } }, { company: { exists: true } }, { company: { not_equals: companyId } }],
			},
			data: { company: companyId },
			depth: 0,
			...asSystem(req, "the casino went to another company"),
		});
	}
}
