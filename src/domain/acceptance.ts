/** Whether what a contract promises can be supplied: as it stands, if something is done, or not. */
export const acceptanceColours = ["green", "yellow", "red"] as const;
export type AcceptanceColour = (typeof acceptanceColours)[number];

const gravity: Readonly<Record<AcceptanceColour, number>> = { green: 0, yellow: 1, red: 2 };

/** Whether the manager has to hear of it. The first colour is compared with green: nobody knew better until then. */
export function isWorse(next: AcceptanceColour, before: AcceptanceColour | null): boolean {
	return gravity[next] > gravity[before ?? "green"];
}

/** The decision in a plan whose answer is the acceptance: it is given by setting that, and not in the plan. */
export const acceptanceKey = "acceptance";
export const isAcceptanceItem = ({ key, kind }: { key: string; kind: string }): boolean =>
	key === acceptanceKey && kind === "decision";

/** What a colour says, for people. */
export const acceptanceWords: Readonly<Record<AcceptanceColour, string>> = {
	green: "Green: we can supply everything as contracted",
	yellow: "Yellow: we can supply it once something is done",
	red: "Red: we cannot supply it as it stands",
};
