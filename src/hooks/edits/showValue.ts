import type { CollectionSlug, FlattenedField, PayloadRequest } from "payload";
import { asUser } from "@/access/authority";
import { formatMoney } from "@/domain/money";

/**
 * A field's value as its form shows it: an amount in the record's currency, a choice by its label, a relation by the title that the
 * reader sees. Days and moments stay ISO 8601, for the reader's screen to put into their zone.
 */
export async function showValue(input: {
	req: PayloadRequest;
	field: FlattenedField | null;
	value: unknown;
	record: Readonly<Record<string, unknown>>;
}): Promise<string> {
	const { req, field, value, record } = input;
	if (value === null || value === undefined || value === "") return "";
	if (Array.isArray(value)) {
		const shown = await Promise.all(value.map((each) => showValue({ ...input, value: each })));
		return shown.join(", ");
	}
	if (typeof value === "boolean") return value ? "Yes" : "No";
	if (field?.custom?.isMoney && typeof value === "number") return formatMoney(value, String(record.currency ?? "usd"));
	if (field?.type === "select" || field?.type === "radio") return labelOf(field.options, String(value));
	if (field?.type === "relationship" || field?.type === "upload") return titleOf(req, field.relationTo, String(value));
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function labelOf(options: readonly (string | { label: unknown; value: string })[], value: string): string {
	const found = options.find((option) => (typeof option === "string" ? option : option.value) === value);
	const label = typeof found === "object" ? found.label : null;
	return typeof label === "string" ? label : value.replaceAll("_", " ");
}

async function titleOf(req: PayloadRequest, to: CollectionSlug | CollectionSlug[], id: string): Promise<string> {
	if (Array.isArray(to)) return id;
	const title = req.payload.collections[to].config.admin.useAsTitle ?? "id";
	const doc = await req.payload.findByID({ collection: to, id, depth: 0, disableErrors: true, ...asUser(req) });
	return doc ? String((doc as unknown as Record<string, unknown>)[title] ?? id) : "one that you may not see";
}
