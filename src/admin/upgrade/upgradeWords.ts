import type { FateWords } from "../difference/Difference";

/** What applying another version does to an onboarding's items: before it is applied, and afterwards. */
export const upgradeWords: Record<"toCome" | "done", FateWords> = {
	toCome: {
		added: { title: "Added", note: "Open from now on, dated by the new version." },
		changed: { title: "Changed while open", note: "Take the new words and dates. What was begun stays begun." },
		removed: { title: "Taken away", note: "Nobody has done them." },
		kept: {
			title: "Done already, and said otherwise now",
			note: "Stay done, with their evidence, in the words they were done in.",
		},
		retired: {
			title: "Done already, and no longer in the playbook",
			note: "Stay on record with their evidence. They leave the plan.",
		},
	},
	done: {
		added: { title: "Added" },
		changed: { title: "Changed while open" },
		removed: { title: "Taken away", note: "Nobody had done them." },
		kept: { title: "Done before", note: "Kept with their evidence, in the words they were done in." },
		retired: { title: "Done before, and no longer in the playbook", note: "Kept on record with their evidence." },
	},
};
