/** The states of an invoice (or payment page) at the provider. One of ours may be several of them over time. */
export const objectStates = ["unseen", "open", "paid", "uncollectible", "void"] as const;
export type ObjectState = (typeof objectStates)[number];

/** What an event does to the provider's object it is about. The sentence is shown beside the event and printed. */
export const objectEffects = {
	none: "Nothing: it tells nothing new about the provider's invoice.",
	refresh: "The link, due date and number the provider shows are taken over; the amount never is.",
	issue: "The invoice was issued at the provider.",
	part: "A payment of the provider's invoice arrived.",
	pay: "The provider's invoice is paid.",
	fail: "A payment attempt failed; the invoice still waits for its money.",
	give_up: "The provider gave its invoice up as uncollectible.",
	void: "The provider's invoice was voided; one issued later is not touched by that.",
	withdraw: "The invoice was withdrawn here: money that comes all the same is for a person.",
} as const;
export type ObjectEffect = keyof typeof objectEffects;

export type ObjectTable = Readonly<Record<string, Readonly<Record<ObjectState, ObjectEffect>>>>;

const row = (
	unseen: ObjectEffect,
	open: ObjectEffect,
	paid: ObjectEffect,
	uncollectible: ObjectEffect,
	isVoid: ObjectEffect,
) => ({ unseen, open, paid, uncollectible, void: isVoid });

/** Events about the provider's invoice or payment page. A void one stays void, whatever is told of it later. */
export const invoiceTable = {
	"invoice.finalized": row("issue", "refresh", "refresh", "refresh", "refresh"),
	"invoice.updated": row("refresh", "refresh", "refresh", "refresh", "refresh"),
	"invoice.payment_failed": row("fail", "fail", "none", "none", "none"),
	"invoice_payment.paid": row("part", "part", "none", "part", "none"),
	"invoice.paid": row("pay", "pay", "refresh", "pay", "none"),
	"invoice.marked_uncollectible": row("give_up", "give_up", "none", "none", "none"),
	"invoice.voided": row("void", "void", "void", "void", "none"),
	"checkout.session.completed (paid)": row("pay", "pay", "none", "pay", "none"),
	"checkout.session.completed (unpaid)": row("none", "none", "none", "none", "none"),
	"checkout.session.async_payment_succeeded": row("pay", "pay", "none", "pay", "none"),
	"checkout.session.async_payment_failed": row("fail", "fail", "none", "none", "none"),
	"manual.voided": row("withdraw", "withdraw", "withdraw", "withdraw", "none"),
} as const satisfies ObjectTable;
