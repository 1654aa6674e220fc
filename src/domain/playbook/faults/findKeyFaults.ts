import type { PlaybookContent } from "../content";
import type { PlacedItem, PlaybookFault } from "./placeItems";

const wellFormed = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Whether everything is there and can be told apart: phases, their items, and keys. */
export function findKeyFaults(content: PlaybookContent, items: readonly PlacedItem[]): PlaybookFault[] {
	const { phases, goLivePhase } = content;
	if (phases.length === 0) return [{ path: "phases", message: "The playbook has no phase; add the first one." }];
	const phaseKeys = phases.map(({ key }) => key);
	const itemKeys = items.map(({ item }) => item.key);
	return [
		...phases.flatMap((phase, index) => {
			const fault = (field: string, what: string): PlaybookFault => ({
				path: `phases.${index}.${field}`,
				message: `Phase “${phase.name || phase.key}” ${what}`,
			});
			const problem = keyProblem(phaseKeys, index, "phase");
			return [
				...(problem ? [fault("key", problem)] : []),
				...(phase.items.length === 0 ? [fault("items", "has no item; add one or remove the phase.")] : []),
			];
		}),
		...items.flatMap(({ fault, position }) => {
			const problem = keyProblem(itemKeys, position, "item");
			return problem ? [fault("key", problem)] : [];
		}),
		...(phaseKeys.includes(goLivePhase)
			? []
			: [
					{
						path: "goLivePhase",
						message: `The go-live phase “${goLivePhase}” does not exist; name one of the phases' keys.`,
					},
				]),
	];
}

/** A key that is there twice is the fault of the second: the first was there before. */
function keyProblem(keys: readonly string[], index: number, what: "phase" | "item"): string | null {
	const key = keys[index] ?? "";
	if (!wellFormed.test(key)) return `has the key “${key}”; write it as lower-case words joined by underscores.`;
	return keys.indexOf(key) < index ? `has the key “${key}” of an earlier ${what}; give it one of its own.` : null;
}
