/** Whether what a contract promises can be supplied: as it stands, if something is done, or not. */
export const acceptanceColours = ["green", "yellow", "red"] as const;
export type AcceptanceColour = (typeof acceptanceColours)[number];

const gravity: Readonly<Record<AcceptanceColour, number>> = { green: 0, yellow: 1, red: 2 };

/** Whether the manager has to hear of it. The first colour is compared with green: nobody knew better until then. */
export function isWorse(next: AcceptanceColour, before: AcceptanceColour | null): boolean {
	return gravity[next] > gravity[before ?? "green"];
}
