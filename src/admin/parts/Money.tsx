import { formatMoney } from "@/domain/money";
import "./parts.css";

/** An amount in integer minor units, as money with figures of equal width. */
export function Money({
	amount,
	currency,
	empty = "unknown",
}: {
	amount: number | null | undefined;
	currency: string | null;
	empty?: string;
}) {
	if (amount === null || amount === undefined || !currency) return <span className="kt-muted">{empty}</span>;
	return (
		<span className="kt-money" title={`${amount} minor units of ${currency.toUpperCase()}`}>
			{formatMoney(amount, currency)}
		</span>
	);
}
