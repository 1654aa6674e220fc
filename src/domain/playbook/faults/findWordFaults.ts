import type { PlaybookContent } from "../content";
import { placeholders, unknownPlaces } from "../words";
import type { PlaybookFault } from "./placeItems";

const known = placeholders.map((name) => `{${name}}`).join(", ");

/** Whether the playbook's words can be filled in and told apart. */
export function findWordFaults({ words }: PlaybookContent): PlaybookFault[] {
	const { tenant, tenants, welcome, firstSteps, checkIns, announcement } = words;
	const texts: [path: string, what: string, text: string][] = [
		["welcome", "The welcome", welcome],
		...firstSteps.map((text, at): [string, string, string] => [`firstSteps.${at}.text`, `First step ${at + 1}`, text]),
		...checkIns.map(({ day, text }, at): [string, string, string] => [
			`checkIns.${at}.text`,
			`The check-in of day ${day}`,
			text,
		]),
		["announcement.subject", "The announcement's subject", announcement.subject],
		["announcement.text", "The announcement's text", announcement.text],
	];
	const names: [path: string, text: string][] = [
		["tenant", tenant],
		["tenants", tenants],
	];
	const days = checkIns.map(({ day }) => day);
	return [
		...names.flatMap(([path, text]) =>
			/[{}]/.test(text) ? [fault(path, `The word for a tenant has no places; write “${text}” without braces.`)] : [],
		),
		...texts.flatMap(([path, what, text]) =>
			unknownPlaces(text).map((name) =>
				fault(path, `${what} has the unknown place “{${name}}”; use one of ${known}, or leave the braces out.`),
			),
		),
		...days.flatMap((day, at) => {
			if (!Number.isInteger(day) || day < 0)
				return [fault(`checkIns.${at}.day`, `“${day}” is no day; give a whole number.`)];
			return days.indexOf(day) < at ? [fault(`checkIns.${at}.day`, `Day ${day} has two check-ins; keep one.`)] : [];
		}),
	];
}

const fault = (path: string, message: string): PlaybookFault => ({ path: `words.${path}`, message });
