import { Conflict } from "@/errors";
import { normaliseEmail } from "../settlement/normaliseEmail";

/**
 * Refuses a decision by the person who asked for it: waivers, overrides and changes of plan take two. Two accounts of one mailbox
 * are one person.
 *
 * @param input ids of the two, and their e-mail addresses where they are known
 * @throws Conflict the two are one, or nobody is known to have asked
 */
export function checkSecondPerson(input: {
	requestedBy: string | null;
	decidedBy: string;
	emails?: readonly [requester: string, decider: string];
}): void {
	const { requestedBy, decidedBy, emails } = input;
	if (requestedBy === null) {
		throw new Conflict("Nobody is on record as having asked for this. Ask for it anew.", "second_person_needed");
	}
	if (requestedBy === decidedBy || (emails && mailboxOf(emails[0]) === mailboxOf(emails[1]))) {
		throw new Conflict("You asked for this. A second person decides.", "second_person_needed");
	}
}

/** Without a tag: what is sent to `mia+ops@…` comes to `mia@…` on most mail servers. */
const mailboxOf = (email: string): string => normaliseEmail(email).replace(/\+[^@]*@/, "@");
