import type { CollectionBeforeValidateHook } from "payload";
import { isSystem } from "@/access/authority";
import { requireProved } from "@/operations/users/requireProved";

const titles: Record<string, string> = {
	msa: "Master agreement",
	order_form: "Order form",
	dpa: "Data processing agreement",
	support: "Support contract",
};

/** Whoever records a signature stands for it: they have proved their address, while mail goes out. A contract that becomes signed without a date was signed now; one without a title is named for its type. */
export const stampSignature: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
	if (!data) return data;
	const status = data.status ?? originalDoc?.status;
	const signedAt = data.signedAt ?? originalDoc?.signedAt;
	if (status === "signed" && originalDoc?.status !== "signed" && !isSystem(req)) await requireProved(req);
	const type: string = data.type ?? originalDoc?.type ?? "order_form";
	return {
		...data,
		...(status === "signed" && !signedAt ? { signedAt: new Date().toISOString() } : {}),
		...((data.title ?? originalDoc?.title) ? {} : { title: titles[type] ?? type }),
	};
};
