import type { Judgement } from "../playbook/criteria";
import type { RecordRef } from "../recordRef";

/** One check of a paid access: it passes, or what it waits for is said. */
export type Check<Name extends string = string> = {
	check: Name;
	result: "PASS" | "HOLD";
	says: string;
	record: RecordRef | null;
};

export const pass = (says: string, record: RecordRef | null = null) => ({ result: "PASS" as const, says, record });
export const hold = (says: string, record: RecordRef | null = null) => ({ result: "HOLD" as const, says, record });

/** A criterion as a line of the matrix. */
export const resultOf = ({ holds, says, record }: Judgement) => (holds ? pass(says, record) : hold(says, record));
