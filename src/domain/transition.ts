import { TransitionRefused } from "@/errors";

/** For each status, the statuses it may become. A status with an empty list is an end. */
export type TransitionTable<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/** Freezes a table and its rows: a table is a rule, not state. */
export function defineTransitions<Status extends string>(
	table: Record<Status, readonly Status[]>,
): TransitionTable<Status> {
	for (const row of Object.values(table)) Object.freeze(row);
	return Object.freeze(table);
}

/** Whether the table allows the move. Staying where one is is no transition: callers skip it before they ask. */
export function canTransition<Status extends string>(
	table: TransitionTable<Status>,
	from: Status,
	to: Status,
): boolean {
	return table[from].includes(to);
}

/**
 * Refuses a move the table does not hold.
 *
 * @param input.noun what the person calls the record ("invoice"), for the message
 * @throws TransitionRefused with the statuses that would have been allowed
 */
export function assertTransition<Status extends string>(input: {
	noun: string;
	table: TransitionTable<Status>;
	from: Status;
	to: Status;
}): void {
	const { noun, table, from, to } = input;
	if (!canTransition(table, from, to)) {
		throw new TransitionRefused({ noun, from, to, allowed: table[from] });
	}
}
