import type { SelectField } from "payload";

/** A status shown as colour, shape and word. Who may move it, and where to, is the collection's matter. */
export function statusField(input: {
	values: readonly string[];
	defaultValue?: string;
	labels?: Record<string, string>;
	description?: string;
	name?: string;
	label?: string;
	isReadOnly?: boolean;
	access?: SelectField["access"];
	isInSidebar?: boolean;
	enumName?: string;
	/** Not where a compound index begins with it. */
	isIndexed?: boolean;
	/** What shows it in a list, where more than the stored value is to be told. */
	cell?: string;
}): SelectField {
	return {
		name: input.name ?? "status",
		type: "select",
		label: input.label,
		required: input.defaultValue !== undefined,
		defaultValue: input.defaultValue,
		index: input.isIndexed ?? true,
		enumName: input.enumName,
		options: input.values.map((value) => ({ value, label: input.labels?.[value] ?? wordsOf(value) })),
		access: input.access,
		admin: {
			position: (input.isInSidebar ?? true) ? "sidebar" : undefined,
			readOnly: input.isReadOnly,
			description: input.description,
			components: { Cell: input.cell ?? "@/admin/fields/StatusCell#StatusCell" },
		},
	};
}

/** `past_due` reads “Past due”. */
export function wordsOf(value: string): string {
	const words = value.replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
