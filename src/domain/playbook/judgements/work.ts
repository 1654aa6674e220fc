import { counted, listed } from "../../inWords";
import { recordRef } from "../../recordRef";
import { holds, lacks, type TimelessJudge } from "./judge";

/** Minutes: one engineer, with the checklist. */
const limit = 120;

/** Exit criterion of an enterprise tenant: the recorded minutes of every timed item, summed, stay below two hours. */
export const onboardedInTwoHours: TimelessJudge = ({ facts: { timedItems } }) => {
	const minutes = timedItems.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
	const missing = timedItems.filter(({ minutes: spent, status }) => spent === null && status !== "waived");
	const recorded = `${counted(minutes, "minute")} of work recorded`;
	if (timedItems.length === 0)
		return lacks("No item asks for the minutes of work. Operations marks them in the playbook.");
	const record = recordRef("checklist-items", missing[0] ?? timedItems.at(-1));
	if (minutes >= limit)
		return lacks(`${recorded}; two hours are ${limit}. Operations notes what took so long.`, record);
	if (missing.length > 0) {
		const titles = listed(missing.map(({ title }) => `“${title}”`));
		return lacks(`${recorded}, without ${titles}. Operations records them when they are done.`, record);
	}
	return holds(`${recorded}, less than ${limit}.`, record);
};
