import { sayDay } from "../../calendar/sayDay";
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

/** The gate opened, and a run that was not undone is there. */
export const runOpened: TimelessJudge = ({ facts: { run, calendar } }) =>
	run
		? holds(
				`Provisioning was opened on ${sayDay(run.openedAt, calendar.timeZone)}.`,
				recordRef("provisioning-runs", run),
			)
		: lacks("Provisioning has not started. It starts when the gate opens.");

/** The record that is made here is known to the product by its id. */
export const tenantInProduct: TimelessJudge = ({ facts: { run, casino } }) => {
	const step = run?.steps.find(({ step }) => step === "bootstrap_product");
	return step?.status === "succeeded"
		? holds(`The product knows it as ${casino.id}.`, recordRef("casinos", casino))
		: lacks("It is not in the product yet. A provisioning run makes it.", recordRef("provisioning-steps", step));
};

/** Exit criterion of phase B: the administrator can log in, which they show by doing so. */
export const administratorSignedIn: TimelessJudge = ({ facts: { staff, calendar } }) => {
	const administrators = staff.filter(({ role, status }) => role === "casino_admin" && status === "active");
	const seen = administrators.find(({ lastSignInAt }) => lastSignInAt !== null);
	if (seen?.lastSignInAt) {
		const day = sayDay(seen.lastSignInAt, calendar.timeZone);
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
const isSent =
	(template: string, { named, written }: { named: string; written: string }): TimelessJudge =>
	({ facts: { messages } }) => {
		const those = messages.filter((message) => message.template === template);
		const sent = those.find(({ status }) => status === "sent");
		if (sent) return holds(`The ${named} was sent to ${sent.to}.`, recordRef("messages", sent));
		const last = those.at(-1);
		return last
			? lacks(`The ${named} ${whyUnsent[last.status] ?? `is ${last.status}`}.`, recordRef("messages", last))
			: lacks(`The ${named} is not written yet. ${written}`);
	};

export const welcomeSent = isSent("welcome", {
	named: "welcome message",
	written: "A provisioning run writes it.",
});

/** The purchaser was told that the payment arrived. */
export const paymentConfirmed = isSent("payment_received", {
	named: "confirmation of the payment",
	written: "It is written to the purchaser of the invoice when the payment settles.",
});
