import type { CheckboxField } from "payload";

/** Marks an act of somebody who had not proved their address, which is possible only while no mail goes out. */
export function unprovedField(name: `is${string}Unproved`): CheckboxField {
	return { name, type: "checkbox", label: "Address not proved", defaultValue: false };
}
