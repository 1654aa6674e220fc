import { dayIn } from "../../calendar/day";
import { listed } from "../../inWords";
import { recordRef } from "../../recordRef";
import { holds, lacks, type TimelessJudge } from "./judge";

/** The tenant exists, and every step that made it was verified. */
export const runSucceeded: TimelessJudge = ({ facts: { run } }) => {
	const record = recordRef("provisioning-runs", run);
	if (!run) return lacks("Provisioning has not started. It starts when the gate opens.");
	return run.status === "succeeded"
		? holds("Provisioning succeeded.", record)
		: lacks(`Provisioning is ${run.status}. Operations can look at the run.`, record);
};

/** Exit criterion of phase B: the administrator can log in, which they show by doing so. */
export const administratorSignedIn: TimelessJudge = ({ facts: { staff, calendar } }) => {
	const administrators = staff.filter(({ role, status }) => role === "casino_admin" && status === "active");
	const seen = administrators.find(({ lastSignInAt }) => lastSignInAt !== null);
	if (seen?.lastSignInAt) {
		const day = dayIn(seen.lastSignInAt, calendar.timeZone);
		return holds(`The administrator signed in on ${day}.`, recordRef("staff", seen));
	}
	return administrators[0]
		? lacks("The administrator has not signed in yet. They can do it now.", recordRef("staff", administrators[0]))
		: lacks("There is no active administrator. The admin contact accepts the invitation.");
};

/** Exit criterion of phase B: context under row-level security, settings and invitations work, which the run's own check proved. */
export const accessVerified: TimelessJudge = ({ facts: { run } }) => {
	const step = run?.steps.find(({ step }) => step === "check_access");
	const record = recordRef("provisioning-steps", step);
	if (!step) return lacks("The administrator's access has not been checked. A provisioning run checks it.");
	return step.status === "succeeded"
		? holds("The administrator's access was verified under row-level security.", record)
		: lacks(`The access check is ${step.status}. Operations can look at the run.`, record);
};

export const settingsCreated: TimelessJudge = ({ facts: { settings } }) =>
	settings
		? holds("The settings exist.", recordRef("casino-settings", settings))
		: lacks("There are no settings yet. A provisioning run creates them.");

/** An order form without a plan grants nothing, and nothing is missing then. */
export const entitlementsGranted: TimelessJudge = ({ facts: { entitlements } }) => {
	const { planned, granted, missing } = entitlements;
	if (!planned) return holds("The order form names no plan: nothing is to be granted.");
	if (missing.length > 0) return lacks(`Not granted yet: ${listed(missing)}. A provisioning run grants them.`);
	return granted > 0
		? holds("Everything the plan grants is granted.")
		: lacks("Nothing of the plan is granted yet. A provisioning run grants it.");
};

const whyUnsent: Readonly<Record<string, string>> = {
	queued: "is waiting to be sent",
	held: "is held, for there is no mail server; an administrator can connect one",
	failed: "could not be delivered; operations can correct the address and send it again",
};

/** Only what was really sent counts. */
export const welcomeSent: TimelessJudge = ({ facts: { messages } }) => {
	const welcomes = messages.filter(({ template }) => template === "welcome");
	const sent = welcomes.find(({ status }) => status === "sent");
	if (sent) return holds(`The welcome message was sent to ${sent.to}.`, recordRef("messages", sent));
	const last = welcomes.at(-1);
	return last
		? lacks(`The welcome message ${whyUnsent[last.status] ?? `is ${last.status}`}.`, recordRef("messages", last))
		: lacks("The welcome message is not written yet. A provisioning run writes it.");
};
