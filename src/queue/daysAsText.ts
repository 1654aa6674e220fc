import { types } from "pg";

/** How a connection reads values: a `date` as the day that it is. The driver's own way makes a moment of it, in this computer's zone. */
export const daysAsText = {
	getTypeParser: ((oid: number, format?: "text") =>
		oid === types.builtins.DATE
			? (day: string) => day
			: types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};
