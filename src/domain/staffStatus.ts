import { defineTransitions } from "./transition";

export const staffStatuses = ["invited", "active", "disabled"] as const;
export type StaffStatus = (typeof staffStatuses)[number];

/** Accepting an invitation makes somebody active, also one who was disabled. Disabling ends their access, and can be taken back. */
export const staffTransitions = defineTransitions<StaffStatus>({
	invited: ["active", "disabled"],
	active: ["disabled"],
	disabled: ["active", "invited"],
});

/** The moves a person may make: nobody is made active by hand who has not accepted. */
export const staffMovesByPeople = defineTransitions<StaffStatus>({
	invited: ["disabled"],
	active: ["disabled"],
	disabled: ["active", "invited"],
});
