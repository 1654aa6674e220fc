import { showableKinds } from "../content";
import { automationsNeeded } from "./automationsNeeded";
import type { PlacedItem, PlaybookFault, Registers } from "./placeItems";

/** Whether every item has what its kind needs and nothing else, and the roles it names exist. */
export function findKindFaults(items: readonly PlacedItem[], registers: Registers): PlaybookFault[] {
	const automations = items.flatMap(({ item }) => (item.kind === "automation" && item.automation) || []);
	return items.flatMap((placed) => [
		...findRoleFaults(placed, registers.roles),
		...findCriterionFaults(placed, registers.criteria, automations),
		...findEvidenceFaults(placed),
		...findChoiceFaults(placed),
		...findTimeFaults(placed),
	]);
}

function findRoleFaults({ item, fault }: PlacedItem, roles: readonly string[]): PlaybookFault[] {
	const { responsible, accountable, consulted, informed } = item.raci;
	const named: [string, readonly string[]][] = [
		["responsible", [responsible]],
		["accountable", accountable === null ? [] : [accountable]],
		["consulted", consulted],
		["informed", informed],
	];
	return named.flatMap(([field, those]) =>
		those
			.filter((role) => !roles.includes(role))
			.map((role) =>
				fault(field, role ? `names the unknown role “${role}”; choose another.` : "has no role; choose one."),
			),
	);
}

function findCriterionFaults(
	{ item, fault }: PlacedItem,
	criteria: readonly string[],
	automations: readonly string[],
): PlaybookFault[] {
	const { criterion, kind } = item;
	if (criterion === null) return [];
	if (!showableKinds.some((showable) => showable === kind)) {
		const what =
			"names the record that shows it but is of a kind that a person or the run does; remove it or change the kind.";
		return [fault("criterion", what)];
	}
	if (!criteria.includes(criterion)) {
		return [fault("criterion", `names the unknown criterion “${criterion}”; choose another.`)];
	}
	if ((criterion === "run_succeeded" || criterion === "run_opened") && automations.length === 0) {
		return [fault("criterion", "waits for a provisioning run that has nothing to do; add an automation.")];
	}
	const needed: Readonly<Record<string, readonly string[] | undefined>> = automationsNeeded;
	const missing = (needed[criterion] ?? []).filter((name) => !automations.includes(name));
	return missing.length === 0
		? []
		: [
				fault(
					"criterion",
					`can never hold: “${criterion}” needs the automation ${quoted(missing)}, which the playbook lacks; add it.`,
				),
			];
}

function findEvidenceFaults({ item, fault }: PlacedItem): PlaybookFault[] {
	const { kind, criterion, evidence } = item;
	const isSigned = kind === "exit_criterion" && criterion === null;
	if (isSigned && evidence === "none") {
		return [
			fault("evidence", "can never be shown to hold; choose a criterion, or the evidence with which it is signed."),
		];
	}
	const provesItself = kind === "automation" || criterion !== null;
	return provesItself && evidence !== "none"
		? [fault("evidence", "asks for evidence but proves itself from records; choose none.")]
		: [];
}

function findChoiceFaults({ item, fault }: PlacedItem): PlaybookFault[] {
	const { kind, choices } = item;
	if (kind !== "decision") {
		return choices.length > 0
			? [fault("choices", "has choices but is no decision; remove them or change the kind.")]
			: [];
	}
	if (choices.some((choice, index) => choice.trim() === "" || choices.indexOf(choice) < index)) {
		return [fault("choices", "has an empty choice or the same one twice; remove it.")];
	}
	return choices.length < 2 ? [fault("choices", "leaves nothing to decide; give it at least two choices.")] : [];
}

function findTimeFaults({ item, fault }: PlacedItem): PlaybookFault[] {
	if (!item.isTimed) return [];
	if (item.owner === "customer")
		return [fault("isTimed", "is the customer's work; ask for the minutes of our own only.")];
	const ticksItself = item.automation !== null || item.criterion !== null;
	return ticksItself ? [fault("isTimed", "ticks itself, so nobody can say how long it took; do not ask.")] : [];
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(" and ");
