import { itemsOf, type PlaybookContent, type PlaybookItem } from "../content";

/** What a playbook may name. */
export type Registers = {
	roles: readonly string[];
	automations: readonly string[];
	criteria: readonly string[];
};

/** Something that keeps a playbook from being published. */
export type PlaybookFault = {
	/** As the form names its fields: `phases.2.items.5.after`. */
	path: string;
	/** One sentence that names the place and says what to do. */
	message: string;
};

export type PlacedItem = {
	item: PlaybookItem;
	/** In the playbook's order. */
	position: number;
	/** A fault of one of its fields; `what` goes on after “Item “Import the tables” in phase “Floor””. */
	fault(field: string, what: string): PlaybookFault;
};

/** Every item in the playbook's order, able to say where it stands. */
export function placeItems(content: PlaybookContent): PlacedItem[] {
	const paths = content.phases.flatMap((phase, at) => phase.items.map((_, index) => `phases.${at}.items.${index}`));
	return itemsOf(content).map(({ item, phase, position }) => ({
		item,
		position,
		fault: (field, what) => ({
			path: `${paths[position]}.${field}`,
			message: `Item “${item.title || item.key}” in phase “${phase.name || phase.key}” ${what}`,
		}),
	}));
}
