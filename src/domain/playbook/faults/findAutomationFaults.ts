import { prerequisitesOf } from "../prerequisitesOf";
import type { PlacedItem, PlaybookFault, Registers } from "./placeItems";

/**
 * Whether a provisioning run can execute the automations: each exists, once, and in an order in which none waits for a
 * later one. None waits for a person either: whatever has been paid for is provisioned without anybody's doing.
 */
export function findAutomationFaults(items: readonly PlacedItem[], registers: Registers): PlaybookFault[] {
	const byKey = new Map(items.map((placed) => [placed.item.key, placed]));
	const seen = new Set<string>();
	return items.flatMap((placed) => {
		const { item, fault } = placed;
		const { kind, automation } = item;
		if (kind !== "automation") {
			return automation === null
				? []
				: [fault("automation", "names an automation but is none; remove it or change the kind.")];
		}
		const orderFaults = findOrderFaults(placed, byKey);
		if (!automation) return [fault("automation", "names no automation; choose one."), ...orderFaults];
		const isRepeated = seen.has(automation);
		seen.add(automation);
		if (!registers.automations.includes(automation)) {
			return [fault("automation", `names the unknown automation “${automation}”; choose another.`), ...orderFaults];
		}
		return isRepeated
			? [
					fault("automation", `repeats the automation “${automation}”; a run executes it once, so remove one.`),
					...orderFaults,
				]
			: orderFaults;
	});
}

function findOrderFaults(
	{ item, position, fault }: PlacedItem,
	byKey: ReadonlyMap<string, PlacedItem>,
): PlaybookFault[] {
	// A due date holds nothing up.
	const waitsFor = prerequisitesOf(item).filter(({ field }) => field !== "due.item");
	return waitsFor.flatMap(({ field, key }) => {
		const other = byKey.get(key);
		if (!other || key === item.key) return [];
		if (other.item.kind !== "automation") {
			return [fault(field, `would wait for “${key}”, but a run waits for no person; remove the link.`)];
		}
		return other.position > position
			? [fault(field, `comes after “${key}”, which is listed later; move it below that one.`)]
			: [];
	});
}
