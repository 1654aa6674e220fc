/**
 * What a playbook says to the customer in its own words. Texts are plain, with named places for what differs from one customer to
 * the next: `{name}`, `{workspace}`, `{address}`.
 */
export type PlaybookWords = {
	/** What the customer's tenant is called, one and several of them: casino and casinos, business and businesses. */
	tenant: string;
	tenants: string;
	/** Of the welcome mail; empty lines part paragraphs. */
	welcome: string;
	/** What the administrator does first: in the welcome mail and the portal. */
	firstSteps: readonly string[];
	/** What is asked so many days after the start. A day without words of its own takes those of the last one before it. */
	checkIns: readonly CheckInWords[];
	/** What the go-live announcement begins with; it is edited for each customer before it is sent. */
	announcement: { subject: string; text: string };
};

export type CheckInWords = { day: number; text: string };

/** What the places of a text are filled with: the reader's name, what the customer is called, where they sign in. */
export const placeholders = ["name", "workspace", "address"] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands where a playbook says nothing, and in versions published before playbooks had words. True of any product. */
export const defaultWords: PlaybookWords = {
	tenant: "workspace",
	tenants: "workspaces",
	welcome: "Welcome. {workspace} is set up, and we have checked that you can get in as its administrator.",
	firstSteps: [
		"Accept the invitation that came in a mail of its own, and sign in.",
		"Check the settings: name, time zone and working hours.",
		"Invite the people who will work with you, each with a role of their own.",
	],
	checkIns: [
		{ day: 1, text: "Did everything open at {workspace}, and did your first steps make sense?" },
		{ day: 3, text: "Have your people at {workspace} been invited, and have they started to work?" },
		{ day: 7, text: "It is a week since {workspace} was set up. What works by now, and what does not?" },
	],
	announcement: {
		subject: "{workspace} goes live",
		text: "Hello {name},\n\n{workspace} goes live. From then on the agreed work is recorded in the product. For that work: if it is not in the product, it did not happen.\n\nYour onboarding is at {address}.",
	},
};

/** Words as they were published or typed, with the default wherever there is nothing. */
export type SomeWords = Partial<Omit<PlaybookWords, "announcement">> & {
	announcement?: Partial<PlaybookWords["announcement"]>;
};

export function completeWords(words: SomeWords | null | undefined): PlaybookWords {
	const { announcement } = words ?? {};
	return {
		tenant: words?.tenant || defaultWords.tenant,
		tenants: words?.tenants || defaultWords.tenants,
		welcome: words?.welcome || defaultWords.welcome,
		firstSteps: words?.firstSteps?.length ? words.firstSteps : defaultWords.firstSteps,
		checkIns: words?.checkIns?.length ? words.checkIns : defaultWords.checkIns,
		announcement: {
			subject: announcement?.subject || defaultWords.announcement.subject,
			text: announcement?.text || defaultWords.announcement.text,
		},
	};
}

const place = /\{([^{}]*)\}/g;

/** The places of a text that nothing can fill. */
export const unknownPlaces = (text: string): string[] =>
	[...text.matchAll(place)]
		.map(([, name = ""]) => name)
		.filter((name) => !placeholders.some((known) => known === name));

/** A text with its places filled. A value that looks like a place stays as it is. */
export const fillWords = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
	text.replace(place, (whole, name: string) => values[name as Placeholder] ?? whole);

/** The words for a check-in so many days after the start. */
export function findCheckInText(words: PlaybookWords, day: number): string {
	const [first, ...later] = words.checkIns.toSorted((one, other) => one.day - other.day);
	return later.findLast((one) => one.day <= day)?.text ?? first?.text ?? "";
}
