import type { TextField } from "payload";
import { safeLink } from "@/domain/safeLink";

/** An address that people follow. What a browser would run instead is refused. */
export function linkField(field: Pick<TextField, "name"> & Partial<Omit<TextField, "type" | "hasMany" | "validate">>) {
	return {
		maxLength: 2000,
		...field,
		type: "text",
		validate: (value: string | null | undefined) =>
			!value || safeLink(value) !== null || "Give a full address that begins with https://, http:// or mailto:.",
	} as TextField;
}
