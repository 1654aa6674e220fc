import type { useForm } from "@payloadcms/ui";
import type { FormState } from "payload";
import { rowsAbove } from "./rowsAbove";

type Input = { path: string; fields: FormState; dispatch: ReturnType<typeof useForm>["dispatchFields"] };

/** How long a row may take to draw its fields, in frames. */
const patience = 120;

/** Unfolds the rows a field of the form stands in, and puts the keyboard there. */
export function openField({ path, fields, dispatch }: Input): void {
	for (const { list, index } of rowsAbove(path)) {
		const rows = fields[list]?.rows;
		if (!rows) continue;
		const updatedRows = rows.map((row, at) => (at === index ? { ...row, collapsed: false } : row));
		dispatch({ type: "SET_ROW_COLLAPSED", path: list, updatedRows });
	}
	focusWhenDrawn(path, patience);
}

function focusWhenDrawn(path: string, framesLeft: number): void {
	const field = document.getElementById(`field-${path.replaceAll(".", "__")}`);
	if (!field) {
		bringRowIntoView(path);
		if (framesLeft > 0) requestAnimationFrame(() => focusWhenDrawn(path, framesLeft - 1));
		return;
	}
	field.scrollIntoView({ block: "center" });
	const control = field.matches("input, textarea, select")
		? field
		: field.querySelector<HTMLElement>("input, textarea");
	control?.focus({ preventScroll: true });
}

/** Rows draw their fields when they come into view. */
function bringRowIntoView(path: string): void {
	const innermost = rowsAbove(path)
		.map(({ list, index }) => document.getElementById(`${list.replaceAll(".", "-")}-row-${index}`))
		.findLast((row) => row !== null);
	innermost?.scrollIntoView({ block: "center" });
}
