import type { InvoiceStatus } from "../invoiceStatus";

/**
 * What the payments of an invoice come to. Money kept of a provider's invoice that was voided, or of one withdrawn here, does
 * not count.
 * `nothing` came; a `part` of what is due, or what is lost or given back by now; `covered`: what had come, less what had gone back by
 * then, once was all that is due, and something of it is still here; `given_back`: it was covered, and all of it was given back.
 */
export const coverages = ["nothing", "part", "covered", "given_back"] as const;
export type Coverage = (typeof coverages)[number];

/** Where the invoice stands beside its payments: our own draft or issued one, the provider's present one, or withdrawn here. */
export const positions = ["draft", "open", "paid", "uncollectible", "void", "withdrawn"] as const;
export type InvoicePosition = (typeof positions)[number];

/** The status of an invoice, from its payments and from where it stands at the provider. */
export const statusTable = {
	nothing: {
		draft: "draft",
		open: "open",
		paid: "open",
		uncollectible: "uncollectible",
		void: "void",
		withdrawn: "void",
	},
	part: { draft: "open", open: "open", paid: "open", uncollectible: "uncollectible", void: "void", withdrawn: "void" },
	covered: { draft: "paid", open: "paid", paid: "paid", uncollectible: "paid", void: "paid", withdrawn: "void" },
	given_back: {
		draft: "refunded",
		open: "refunded",
		paid: "refunded",
		uncollectible: "refunded",
		void: "refunded",
		withdrawn: "refunded",
	},
} as const satisfies Record<Coverage, Record<InvoicePosition, InvoiceStatus>>;
