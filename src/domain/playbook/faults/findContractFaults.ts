import { contractNames } from "../../gate";
import type { PlaybookContent } from "../content";
import { findConditionProblems } from "./findLinkFaults";
import type { PlacedItem, PlaybookFault } from "./placeItems";

/** Whether the contracts that provisioning waits for are named: each type once, one at least whatever is decided. */
export function findContractFaults(content: PlaybookContent, items: readonly PlacedItem[]): PlaybookFault[] {
	const { contracts: needed } = content;
	if (!needed) return [];
	if (!needed.some(({ condition }) => condition === null)) {
		return [
			{
				path: "contracts",
				message:
					"Nothing has to be signed before provisioning starts; name one contract at least that is always needed.",
			},
		];
	}
	const byKey = new Map(items.map((placed) => [placed.item.key, placed]));
	return needed.flatMap(({ type, condition }, index) => {
		const fault = (field: string, what: string): PlaybookFault => ({
			path: `contracts.${index}.${field}`,
			message: `The needed ${contractNames[type]} ${what}`,
		});
		return [
			...(needed.findIndex((other) => other.type === type) < index
				? [fault("type", "is listed twice; remove one.")]
				: []),
			...(condition === null
				? []
				: findConditionProblems(condition, byKey).map(({ field, what }) => fault(`condition.${field}`, what))),
		];
	});
}
