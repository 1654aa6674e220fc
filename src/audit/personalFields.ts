import { slug } from "@/slugs";

/** A value about a person, and the field beside it that holds the e-mail address the person is known by. */
type PersonalField = { path: string; person: string };

const person = (...paths: string[]): PersonalField[] => paths.map((path) => ({ path, person: "email" }));
const contact = (group: string): PersonalField[] =>
	["name", "email", "phone"].map((field) => ({ path: `${group}.${field}`, person: `${group}.email` }));

/**
 * Which fields of which collection are about a person. Besides these, every value that is an e-mail address and
 * nothing else is sealed wherever it stands. Free text is kept as written.
 */
export const personalFields: Readonly<Record<string, readonly PersonalField[]>> = {
	[slug.users]: person("email", "name", "phone"),
	[slug.staff]: person("email", "name", "phone"),
	[slug.staffInvites]: person("email", "name"),
	[slug.onboardings]: [
		...contact("operationsLead"),
		...contact("adminContact"),
		// Beside a telephone number as often as an address: nobody's key would fit, so they are withheld.
		...["name", "reach"].map((field) => ({ path: `escalation.[].${field}`, person: "escalation.email" })),
	],
	[slug.messages]: ["to", "subject", "data"].map((path) => ({ path, person: "to" })),
};

/**
 * Fields that are a record elsewhere and would only be copied: what a payment provider sent stays in its event, and what a
 * decision was taken on in the decision, with its hash in the record.
 */
export const uncopiedFields: Readonly<Record<string, readonly string[]>> = {
	[slug.paymentEvents]: ["payload", "data"],
	[slug.decisions]: ["packet"],
};
