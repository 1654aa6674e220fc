/**
 * Does something for each of what is due. One that fails does not keep the others from their turn.
 *
 * @returns how many were done
 * @throws AggregateError of what failed, when all have had their turn
 */
export async function keepEach<Due>(due: readonly Due[], keep: (one: Due) => Promise<void>): Promise<number> {
	const failures: unknown[] = [];
	for (const one of due) {
		try {
			await keep(one);
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} failed`);
	return due.length;
}
