import { Conflict } from "@/errors";

/**
 * Refuses a decision by the person who asked for it: waivers, overrides and changes of plan take two.
 *
 * @param input ids of the two
 * @throws Conflict the two are one, or nobody is known to have asked
 */
export function checkSecondPerson(input: { requestedBy: string | null; decidedBy: string }): void {
	const { requestedBy, decidedBy } = input;
	if (requestedBy === null) {
		throw new Conflict("Nobody is on record as having asked for this. Ask for it anew.", "second_person_needed");
	}
	if (requestedBy === decidedBy) {
		throw new Conflict("You asked for this. A second person decides.", "second_person_needed");
	}
}
