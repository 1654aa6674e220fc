import type { FoldedObject } from "./foldObjects";
import { keptOf, type TimedPayment } from "./foldPayment";
import type { Coverage } from "./statusTable";

export type FoundCoverage = {
	coverage: Coverage;
	/** When all that is due had come, ISO 8601; null when it has not, or not been told. */
	paidAt: string | null;
};

/**
 * What the payments come to, and when they covered all that is due: the moment at which what had come, less what had been given
 * back by then, reached it. From then on it is covered, whatever part is given back, until nothing is left; then all of it
 * has to come again. What a dispute took for good never came, and a payment of which nobody has said who made it is a part.
 *
 * An invoice of nothing is covered when the provider says that it is paid, or when money is here for it.
 *
 * @param due minor units
 */
export function findCoverage(
	due: number,
	payments: readonly TimedPayment[],
	objects: readonly FoldedObject[],
): FoundCoverage {
	const known = payments.filter(({ isPayerKnown }) => isPayerKnown);
	if (due === 0) return findCoverageOfNothing(known, objects);
	let kept = 0;
	let covered: Movement | null = null;
	let ended: Movement | null = null;
	for (const movement of known.flatMap(movementsOf).sort(inTurn)) {
		kept += movement.amount;
		if (covered === null && kept >= due) covered = movement;
		if (covered !== null && kept <= 0) [ended, covered] = [covered, null];
	}
	if (covered) return { coverage: "covered", paidAt: timeOf(covered) };
	// What is here and nobody's yet was not given back.
	const isUndecided = payments.some((payment) => !payment.isPayerKnown && keptOf(payment) > 0);
	if (ended && kept <= 0 && !isUndecided) return { coverage: "given_back", paidAt: timeOf(ended) };
	return { coverage: payments.some(({ amount }) => amount > 0) ? "part" : "nothing", paidAt: null };
}

function findCoverageOfNothing(payments: readonly TimedPayment[], objects: readonly FoldedObject[]): FoundCoverage {
	const paid = objects.find(({ state }) => state === "paid");
	const here = payments.find((payment) => keptOf(payment) > 0);
	return { coverage: paid || here ? "covered" : "nothing", paidAt: paid?.activeAt ?? here?.paidAt ?? null };
}

type Movement = {
	/** Milliseconds since 1970. */
	at: number;
	/** Negative: it went back. */
	amount: number;
	/** Within one instant: what had come before goes back first, then money comes, then what came just now goes back. */
	turn: 0 | 1 | 2;
	/** False where money is known to have come only because it went back. */
	isTold: boolean;
};

function movementsOf({ amount, lost, paidAt, returned }: TimedPayment): Movement[] {
	const first = paidAt ?? returned[0]?.at;
	if (first === undefined) return [];
	const cameAt = Date.parse(first);
	const came: Movement = { at: cameAt, amount: amount - lost, turn: 1, isTold: paidAt !== null };
	const back = returned.map((one): Movement => {
		const at = Math.max(cameAt, Date.parse(one.at));
		return { at, amount: -one.amount, turn: at > cameAt ? 0 : 2, isTold: true };
	});
	return [came, ...back];
}

const inTurn = (a: Movement, b: Movement) => a.at - b.at || a.turn - b.turn || Number(a.isTold) - Number(b.isTold);

const timeOf = ({ at, isTold }: Movement) => (isTold ? new Date(at).toISOString() : null);
