import type { ReactNode } from "react";
import { sayDay } from "@/domain/calendar/sayDay";
import { formatMoney } from "@/domain/money";
import type { InvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { InvoiceBadge } from "./InvoiceBadge";

/** What is asked, how it stands, and how much of it has come. On a credit note nothing is owed: what it takes off is shown. */
export function InvoiceHead({ money, children }: { money: InvoiceMoney; children: ReactNode }) {
	const { amountDue, credit, currency, standing } = money;
	return (
		<header className="kt-inv__head">
			<p className="kt-inv__amount">
				<span className="kt-money">{formatMoney(credit === null ? amountDue : -credit, currency)}</span>
				<InvoiceBadge standing={standing} />
			</p>
			{credit === null ? <Kept money={money} /> : null}
			{credit === null ? children : null}
		</header>
	);
}

function Kept({ money: { amountDue, currency, standing, dueAt, payments } }: { money: InvoiceMoney }) {
	const amountKept = payments.sums.kept;
	const open = Math.max(0, amountDue - amountKept);
	const isOwed = open > 0 && !["draft", "void", "refunded", "paid", "partly_refunded"].includes(standing);
	return (
		<>
			<Meter kept={amountKept} due={amountDue} hasOpen={isOwed} />
			<p className="kt-inv__legend">
				<span data-part="kept">{formatMoney(amountKept, currency)} kept</span>
				{isOwed ? (
					<span data-part="open">
						{formatMoney(open, currency)} open
						{dueAt ? <>, due {sayDay(dueAt)}</> : null}
					</span>
				) : null}
				{amountKept > amountDue ? (
					<span data-part="over">{formatMoney(amountKept - amountDue, currency)} too much</span>
				) : null}
			</p>
		</>
	);
}

/** The words beside it say the same: it is a picture only. */
function Meter({ kept, due, hasOpen }: { kept: number; due: number; hasOpen: boolean }) {
	if (due <= 0) return null;
	const share = Math.min(1, Math.max(0, kept / due));
	return (
		<div className="kt-inv__meter" aria-hidden="true">
			{share > 0 ? <i data-part="kept" style={{ flexGrow: share }} /> : null}
			{share < 1 ? <i data-part={hasOpen ? "open" : "none"} style={{ flexGrow: 1 - share }} /> : null}
		</div>
	);
}
