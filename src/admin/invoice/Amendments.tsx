import { Link } from "@payloadcms/ui";
import { formatMoney } from "@/domain/money";
import type { InvoiceMoney } from "@/operations/views/readInvoiceMoney";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";

/** What was changed after the fact, by whom and why; or which invoice this one changes. */
export function Amendments({ money }: { money: InvoiceMoney }) {
	const { amendments, amends, currency } = money;
	if (amendments.length === 0 && !amends) return null;
	return (
		<section className="kt-inv__part" aria-labelledby="kt-inv-amendments">
			<h3 id="kt-inv-amendments">{amends ? "Amendment" : "Amendments"}</h3>
			{amends ? (
				<p>
					Amends{" "}
					<Link href={recordPath(slug.invoices, amends.id)} prefetch={false}>
						{amends.number}
					</Link>
					.
				</p>
			) : null}
			{amendments.map((amendment) => (
				<article key={amendment.id} className="kt-inv__amendment">
					<p>
						<Link href={recordPath(slug.invoices, amendment.id)} prefetch={false}>
							{amendment.number}
						</Link>{" "}
						<RelativeTime at={amendment.at} withDay />
					</p>
					<dl>
						<dt>Amount</dt>
						<dd>
							<del>{formatMoney(amendment.before, currency)}</del> <span aria-hidden="true">→</span>{" "}
							<ins>{formatMoney(amendment.after, currency)}</ins>
						</dd>
						<dt>By</dt>
						<dd>
							{amendment.by ?? "the system"}
							{amendment.approvedBy ? `, approved by ${amendment.approvedBy}` : ""}
						</dd>
					</dl>
					{amendment.reason ? <q>{amendment.reason}</q> : null}
				</article>
			))}
		</section>
	);
}
