import type { PlaybookContent } from "./content";
import { findAutomationFaults } from "./faults/findAutomationFaults";
import { findContractFaults } from "./faults/findContractFaults";
import { findCycleFaults } from "./faults/findCycleFaults";
import { findDefinitionFaults } from "./faults/findDefinitionFaults";
import { findKeyFaults } from "./faults/findKeyFaults";
import { findKindFaults } from "./faults/findKindFaults";
import { findLinkFaults } from "./faults/findLinkFaults";
import { findWordFaults } from "./faults/findWordFaults";
import { type PlaybookFault, placeItems, type Registers } from "./faults/placeItems";

/**
 * Everything that keeps a playbook from being published, place by place; empty when an onboarding made from it can reach
 * its end.
 *
 * @param registers the names it may use: of roles, automations and computed criteria
 */
export function findPlaybookFaults(content: PlaybookContent, registers: Registers): PlaybookFault[] {
	const items = placeItems(content);
	return [
		...findKeyFaults(content, items),
		...findContractFaults(content, items),
		...findKindFaults(items, registers),
		...findAutomationFaults(items, registers),
		...findLinkFaults(items),
		...findCycleFaults(items),
		...findWordFaults(content),
		...findDefinitionFaults(content, items, registers),
	];
}
