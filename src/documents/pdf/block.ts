import type { Font } from "./measureText";

/** Red, green and blue, from 0 to 1. */
export type Colour = readonly [number, number, number];

export const ink: Colour = [0.1, 0.09, 0.08];
export const grey: Colour = [0.39, 0.37, 0.34];
export const felt: Colour = [0.04, 0.36, 0.29];
export const warning: Colour = [0.47, 0.33, 0];

/** A cell of a table. */
export type Cell = string | { text: string; font?: Font; colour?: Colour };

/** What a document is made of, from top to bottom. */
export type Block =
	| { kind: "title"; text: string }
	| { kind: "heading"; text: string }
	| { kind: "text"; text: string; font?: Font; colour?: Colour; size?: number }
	/** Columns share the width by their parts; a row is never torn between two pages unless it is taller than one. */
	| { kind: "table"; columns: readonly number[]; rows: readonly (readonly Cell[])[] }
	| { kind: "rule" };

/** Something drawn on a page. Points; y from the bottom. */
export type Mark =
	| { kind: "text"; text: string; x: number; y: number; font: Font; size: number; colour: Colour }
	| { kind: "line"; from: readonly [number, number]; to: readonly [number, number]; width: number; colour: Colour };

export type Page = Mark[];
