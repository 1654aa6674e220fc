import { Link } from "@payloadcms/ui";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { InvoiceBadge } from "../invoice/InvoiceBadge";
import { createPath, listPath, recordPath } from "../parts/adminPath";
import { EmptyState } from "../parts/EmptyState";
import { Money } from "../parts/Money";
import { RelativeTime } from "../parts/RelativeTime";
import { Card, Fact, More, Unknown } from "./Card";

const cycles: Record<string, string> = { day: "daily", week: "weekly", month: "monthly", year: "yearly" };

/** What was paid, when the next payment falls due, how long it is paid for. */
export function PaymentsCard({
	facts: { casino, subscription, lastPayment, outstanding, invoices, nextDueAt, totals },
}: {
	facts: Casino360;
}) {
	const shown = invoices.slice(0, 5);
	return (
		<Card title="Payment" action={{ href: listPath(slug.invoices, { casino: casino.id }), label: "All invoices" }}>
			<dl className="kt-facts">
				<Fact name="Last payment">
					{lastPayment ? (
						<>
							<Money amount={lastPayment.amount} currency={lastPayment.currency} />,{" "}
							<RelativeTime at={lastPayment.paidAt} /> for{" "}
							<Link href={recordPath(slug.invoices, lastPayment.invoiceId)} prefetch={false}>
								{lastPayment.number}
							</Link>
						</>
					) : (
						"none yet"
					)}
				</Fact>
				<Fact name="Outstanding">
					{outstanding.length === 0
						? "nothing"
						: outstanding.map(({ amount, currency }) => <Money key={currency} amount={amount} currency={currency} />)}
				</Fact>
				<Fact name="Schedule">
					{subscription?.billingCycle ? (
						`billed ${cycles[subscription.billingCycle] ?? subscription.billingCycle}`
					) : (
						<Unknown why="no subscription; invoices are sent one by one" />
					)}
				</Fact>
				<Fact name="Next due">
					{nextDueAt ? (
						<RelativeTime at={nextDueAt} today={casino.today} />
					) : subscription?.currentPeriodEnd ? (
						<RelativeTime at={subscription.currentPeriodEnd} />
					) : (
						"nothing is due"
					)}
				</Fact>
				<Fact name="Paid until">
					{subscription?.currentPeriodEnd ? (
						<RelativeTime at={subscription.currentPeriodEnd} />
					) : (
						<Unknown why="it comes with a subscription" />
					)}
				</Fact>
				<Fact name="Card">
					<Unknown why="card details stay with the payment provider" />
				</Fact>
			</dl>
			{invoices.length === 0 ? (
				<EmptyState title="No invoice yet">
					<Link href={createPath(slug.invoices)}>Add an invoice</Link>: paid, it opens the gate.
				</EmptyState>
			) : (
				<ul className="kt-list kt-list--tight">
					{shown.map((invoice) => (
						<li key={invoice.id} className="kt-list__head">
							<Link href={recordPath(slug.invoices, invoice.id)} prefetch={false}>
								{invoice.number}
							</Link>
							<InvoiceBadge standing={invoice.standing} />
							<Money amount={invoice.amountDue} currency={invoice.currency} />
						</li>
					))}
				</ul>
			)}
			<More shown={shown.length} total={totals.invoices} href={listPath(slug.invoices, { casino: casino.id })} />
		</Card>
	);
}
