/** One row of the table: what was asked, what was measured, both sides of a ratio. */
export type Row = {
	name: string;
	target: string;
	/** Each figure with its unit, as people read it; both sides of a ratio among them. */
	figures: Record<string, string>;
	ratio: number | null;
	isMet: boolean;
	/** What was compared with what, and how. */
	method: string;
};

export const shown = (value: number, unit: string, digits = 1) => `${value.toFixed(digits)} ${unit}`;
