/**
 * What is decided about input that is rare or strange: what comes, and what it does. Printed with the tables; each has its
 * test under `tests/unit/domain/settlement` or `tests/int/payments`.
 */
export const oddInputs: Readonly<Record<string, string>> = {
	"less due than the total: the customer's credit was taken off":
		"The credit counts as a payment of its own (`<invoice>:credit`): with it, all is paid.",
	"more paid than due, though no more was asked": "Paid; `overpaid` is reported for as long as the rest is kept.",
	"another amount was asked than ours": "Held: `amount_mismatch`. Correct the invoice, or give the money back.",
	"a second payment of what is paid already":
		"Paid; `paid_twice` is reported until one of them is given back, which leaves the invoice paid.",
	"a payment of the provider's invoice that names nobody, and the invoice's event is held because somebody else paid":
		"Open with `amountPaid`, whichever comes first: nothing starts until a person has decided whose payment it is.",
	"a part given back": "Paid. Up to half of what is due leaves the customer in good standing; more is `refunded`.",
	"a part given back before all that is due had come": "Owed again: the invoice is open until all of it is here.",
	"a payment after all was given back": "A part is a part; paid once all that is due has come again.",
	"a refund that fails or is cancelled": "The money is back: the invoice and the standing are as before it.",
	"a dispute": "The invoice stays as it is, the casino is `disputed` until the dispute is closed.",
	"a dispute won, an inquiry closed, funds reinstated": "As before the dispute.",
	"a dispute lost": "The payment is `lost` for good and the money is owed again: the invoice is open, and can be paid.",
	"a dispute closed that does not say how": "Lost: not taken for won.",
	"funds withdrawn for a dispute": "Nothing more than the dispute itself.",
	"a tip": "Not owed: counts neither as paid nor as given back.",
	"the payer was shown another currency":
		"What was asked for in ours counts. A part refunded in the other currency is taken in proportion, and so is one that fails.",
	"nothing paid (a trial, a free period)":
		"Kept and ignored; no risk, no mail. Paid only where our invoice asks nothing too.",
	"money for an invoice that asks nothing": "Paid; `overpaid` is reported until it is given back.",
	"two events in one second": "Taken in the order of the object's life, then by id.",
	"an event of the future: more than five minutes after it came":
		"Taken as having happened when it came, so that what is told afterwards follows it.",
	"an invoice issued again": "The last issued or paid object speaks; the void of an earlier one does not undo it.",
	"a renewal":
		"An invoice of its own under its subscription, made from the event; never the purchase, whatever metadata it inherited.",
	"a renewal that asks nothing": "Kept and ignored; no invoice is made.",
	"`invoice.paid` without a payment, after one was recorded by hand": "Known already: it is our own “paid elsewhere”.",
	"`invoice.paid` with a payment, after one was recorded by hand": "`paid_twice`.",
	"money for an invoice withdrawn here": "It stays void; `paid_after_void` is reported until the money is given back.",
	"a customer deleted": "The company is no longer linked to it; the customer who pays next is linked.",
	"the other mode than the key's": "Kept and ignored.",
	"the other mode, without a key": "The invoice keeps the mode of its first payment; events of the other are ignored.",
	"another (connected) account": "Kept and ignored.",
	"a shape nobody here has seen": "Kept, answered with 200 and ignored.",
};
