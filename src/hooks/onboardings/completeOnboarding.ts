import type { CollectionBeforeValidateHook } from "payload";
import { idOf } from "@/access/actorOf";
import { readCasinoFacts } from "@/operations/casinos/readCasinoFacts";

/** An onboarding without a company takes its casino's; one without a title takes the casino's name. */
export const completeOnboarding: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	if (!data) return data;
	const casinoId = idOf(data.casino ?? originalDoc?.casino);
	const hasTitle = Boolean(data.title ?? originalDoc?.title);
	const hasCompany = Boolean(data.company ?? originalDoc?.company);
	if (!casinoId || (hasTitle && hasCompany)) return data;
	const casino = await readCasinoFacts({ req, casinoId });
	if (!casino) return data;
	return {
		...data,
		...(hasTitle ? {} : { title: casino.name }),
		...(hasCompany || !casino.companyId ? {} : { company: casino.companyId }),
	};
};
