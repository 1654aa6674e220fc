import type { CollectionBeforeValidateHook } from "payload";
import { isSystem } from "@/access/authority";
import { requireProved } from "@/operations/users/requireProved";

const titles: Record<string, string> = {
	msa: "Master agreement",
	order_form: "Order form",
	dpa: "Data processing agreement",
	support: "Support contract",
};

/** Whoever sets a contract to signed stands for it: while mail goes out, with a proved address. */
export const requireProvedSigner: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	if (data?.status === "signed" && originalDoc?.status !== "signed" && !isSystem(req)) await requireProved(req);
	return data;
};

/** A contract that becomes signed without a date was signed now; one without a title is named for its type. */
export const stampSignature: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
	if (!data) return data;
	const status = data.status ?? originalDoc?.status;
	const signedAt = data.signedAt ?? originalDoc?.signedAt;
	const type: string = data.type ?? originalDoc?.type ?? "order_form";
	return {
		...data,
		...(status === "signed" && !signedAt ? { signedAt: new Date().toISOString() } : {}),
		...((data.title ?? originalDoc?.title) ? {} : { title: titles[type] ?? type }),
	};
};
