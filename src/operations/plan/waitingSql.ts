import { isoSql } from "@/queue/isoSql";
import { blockersSql, peoplesWorkSql } from "../items/itemSql";
import { openWaitSql } from "./openWaitSql";

const says = (who: string, what: string, since = "NULL") =>
	`json_build_object('who', ${who}, 'what', ${what}, 'since', ${since})`;

const notOpen = `CASE WHEN o.status <> 'open' THEN ${says("'nobody'", "'The onboarding is ' || replace(o.status::text, '_', ' ') || '.'")} END`;

const writtenDown = `(SELECT ${says(`CASE w."on"::text WHEN 'us' THEN 'vendor' ELSE w."on"::text END`, "w.what", isoSql("w.since"))} FROM ${openWaitSql} w)`;

/** What the gate asks for is found by `gate` and stored with each review: the rule is not written twice. */
const atGate = `CASE WHEN NOT EXISTS (SELECT FROM provisioning_runs r WHERE r.onboarding_id = o.id AND r.status <> 'undone') THEN CASE
		WHEN o.gate_waits_on <> 'nobody' THEN ${says("o.gate_waits_on", "o.gate_waits_for")}
		WHEN o.playbook_id IS NULL THEN ${says("'vendor'", "'It follows no playbook: choose one.'")}
		WHEN o.gate_waits_on IS NULL THEN ${says("'system'", "'The gate is about to be reviewed.'")}
		WHEN EXISTS (SELECT FROM provisioning_runs r WHERE r.onboarding_id = o.id)
			THEN ${says("'vendor'", "'The run was undone: open another one when it may start.'")}
		ELSE ${says("'system'", "'The gate is open: provisioning is about to start.'")} END END`;

const stepOf = (...statuses: string[]) =>
	`(SELECT s.title FROM provisioning_steps s WHERE s.run_id = r.id AND s.status IN (${statuses.map((status) => `'${status}'`).join(", ")}) ORDER BY s.position LIMIT 1)`;

const inRun = `(SELECT CASE r.status
		WHEN 'failed' THEN ${says("'vendor'", `'“' || coalesce(${stepOf("failed")}, 'A step') || '” failed: retry it, skip it or undo the run.'`)}
		ELSE ${says("'system'", `coalesce((SELECT 'Provisioning: ' || lower(left(t.title, 1)) || substr(t.title, 2) || '.' FROM (SELECT ${stepOf("running", "pending")} AS title) t), 'Provisioning is about to end.')`)} END
	FROM provisioning_runs r WHERE r.onboarding_id = o.id AND r.status NOT IN ('undone', 'succeeded'))`;

const atCheckIn = `(SELECT ${says("'vendor'", "n.label || ' asks for somebody''s attention.'")}
	FROM check_ins n WHERE n.onboarding_id = o.id AND n.status = 'attention' ORDER BY n.due_at, n.day LIMIT 1)`;

/** One that is over its time has expired, whether or not the schedule has come to it. */
const invited = `(SELECT CASE
		WHEN v.status = 'pending' AND v.expires_at > now() THEN ${says("'customer'", "coalesce(v.name, v.email) || ' has not accepted the invitation yet.'")}
		WHEN v.status IN ('pending', 'expired') THEN ${says("'vendor'", "'The administrator''s invitation expired: send a new one.'")} END
	FROM (SELECT * FROM staff_invites WHERE casino_id = o.casino_id AND lower(email) = lower(o.admin_contact_email)
		ORDER BY created_at DESC LIMIT 1) v)`;

/** The phases under way are found once, not looked up for each item. */
const openIn = (what: string, which: string) => `(SELECT ${says("i.owner", what)} FROM checklist_items i
	WHERE i.onboarding_id = o.id AND i.checklist_id = ANY (ARRAY(SELECT l.id FROM checklists l WHERE l.onboarding_id = o.id AND l.status = 'active'))
		AND i.status IN ('open', 'in_progress') AND ${which}
	ORDER BY i.due_at, i.position LIMIT 1)`;

/** Nobody is waited on for what cannot begin yet. */
const nextItem = openIn("i.title", `${peoplesWorkSql} AND NOT EXISTS (${blockersSql("b.id")})`);

const nextCriterion = openIn("i.title", "i.retired_at IS NULL AND i.kind = 'exit_criterion'");

const toClose = `(SELECT ${says("'vendor'", "'Close the phase “' || l.name || '”.'")} FROM checklists l
	WHERE l.onboarding_id = o.id AND l.status = 'active' ORDER BY l.position LIMIT 1)`;

const nothing = says(
	"'nobody'",
	"(SELECT z.name FROM casinos z WHERE z.id = o.casino_id) || ' is provisioned, and no task is open.'",
);

/**
 * On whom the onboarding `o` rests now, and for what (`WaitingOn`): the one answer, for every screen, filter and export. What
 * somebody wrote down goes first; then what comes first on the way: gate, run, check-in, invitation, the next item that a person can do, the
 * next exit criterion, the closing of the phase.
 * The first that answers ends it: what comes later is not read.
 */
export const waitingSql = `coalesce(${[notOpen, writtenDown, atGate, inRun, atCheckIn, invited, nextItem, nextCriterion, toClose, nothing].join(", ")})`;
