import { counted } from "../inWords";
import type { Anchor, DueRule } from "./content";

const anchorWords: Record<Anchor, string> = {
	opened: "opening",
	contract_signed: "the signature",
	gate_opened: "the gate opens",
	provisioned: "provisioning",
	phase_started: "the phase begins",
	pilot_start: "the pilot begins",
	go_live: "go-live",
};

/**
 * When an item is due, in words: “3 working days after go-live”, “on the day of opening”.
 * @param titleOf an item's title by its key
 */
export function sayDue({ from, item, days, unit }: DueRule, titleOf: (key: string) => string): string {
	const what = from === "item" ? `“${titleOf(item ?? "")}” is done` : anchorWords[from];
	if (days === 0) {
		const day = /( is done|opens|begins)$/.test(what) ? `on the day ${what}` : `on the day of ${what}`;
		return unit === "working_days" ? `${day}, or the next working day` : day;
	}
	const noun = unit === "working_days" ? "working day" : "day";
	return `${counted(Math.abs(days), noun)} ${days < 0 ? "before" : "after"} ${what}`;
}
