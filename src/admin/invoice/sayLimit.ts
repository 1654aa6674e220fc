import type { ApprovalLimit } from "@/domain/approvals/approvers";
import { formatMoney } from "@/domain/money";

/** From when on it takes two persons, in a sentence. An amount in another currency cannot be compared with the limit. */
export function sayLimit(limit: ApprovalLimit, currency: string): string {
	const isComparable = limit.currency.toLowerCase() === currency.toLowerCase();
	if (isComparable) return `Above ${formatMoney(limit.amount, limit.currency)} another person has to approve it first.`;
	return `Another person has to approve it first: the limit for one is in ${limit.currency.toUpperCase()}.`;
}
