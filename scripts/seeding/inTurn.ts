let last: Promise<unknown> = Promise.resolve();

/** Does one such work after the other, whichever stories ask for it: they would lock the same rows in different orders. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	const next = last.then(work, work);
	last = next.catch(() => undefined);
	return next;
}
