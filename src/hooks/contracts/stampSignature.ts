import type { CollectionBeforeValidateHook } from "payload";

const titles: Record<string, string> = {
	msa: "Master agreement",
	order_form: "Order form",
	dpa: "Data processing agreement",
	support: "Support contract",
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
