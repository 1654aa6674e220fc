/** The day of a moment on the casino's clock. */
const dayOf = (at: string) => `(${at} AT TIME ZONE c.timezone)::date`;

/** Of an onboarding `o` of a casino `c`. */
const inOnboarding = (table: string, alias: string) =>
	`onboardings o JOIN casinos c ON c.id = o.casino_id JOIN ${table} ${alias} ON ${alias}.onboarding_id = o.id`;

/** When somebody did something: a table with a person and a moment. */
const acts: [table: string, person: string, at: string][] = [
	["checklist_items", "done_by_id", "done_at"],
	["checklists", "closed_by_id", "closed_at"],
	["acceptances", "set_by_id", "set_at"],
	["acceptances", "acknowledged_by_id", "acknowledged_at"],
	["approvals", "requested_by_id", "created_at"],
	["decisions", "requested_by_id", "created_at"],
	["decisions", "decided_by_id", "decided_at"],
	["onboardings", "announced_by_id", "announced_at"],
	["staff_invites", "invited_by_id", "created_at"],
	["users", "created_by_id", "created_at"],
];

/** What is over: a table and the moment at which it happened. */
const over: [table: string, at: string, condition: string][] = [
	...acts.map(([table, , at]): [string, string, string] => [table, at, "true"]),
	["onboardings", "went_live_at", "true"],
	["onboardings", "completed_at", "true"],
	["contracts", "signed_at", "true"],
	["invoices", "sent_at", "true"],
	["invoices", "paid_at", "true"],
	["payments", "paid_at", "true"],
	["messages", "sent_at", "true"],
	["provisioning_steps", "finished_at", "true"],
	["training_sessions", "at", "status = 'held'"],
	["spot_checks", "observed_at", "true"],
	["pilot_issues", "found_at", "true"],
	["check_ins", "due_at", "status IN ('done', 'attention')"],
	["check_ins", "looked_at", "true"],
	["adoption_reports", "starts_on", "week > 0"],
	["waits", "since", "true"],
	["risks", "resolved_at", "true"],
	["users", "first_sign_in_at", "true"],
	["users", "last_sign_in_at", "true"],
];

/** What has to be true of customers that are believed: each query finds what contradicts its sentence. */
export const sentences: readonly [what: string, sql: string][] = [
	[
		"what was found names the days that the records have",
		`SELECT c.name, i.says, o.went_live_at, o.announced_at FROM ${inOnboarding("checklist_items", "i")}
		 WHERE (i.says LIKE '%went live on%' AND strpos(i.says, to_char(o.went_live_at, 'FMDD Mon YYYY')) = 0)
			OR (i.says LIKE 'Announced on%' AND strpos(i.says, to_char(${dayOf("o.announced_at")}, 'FMDD Mon YYYY')) = 0)
			OR (i.says LIKE '%signed in on%' AND i.status = 'done'
				AND to_date(substring(i.says FROM 'on (\\d+ [A-Z][a-z]+ \\d+)'), 'DD Mon YYYY') > coalesce(${dayOf("o.completed_at")}, ${dayOf("now()")}))`,
	],
	[
		"a contract that is signed says when",
		"SELECT c.name FROM contracts k JOIN casinos c ON c.id = k.casino_id WHERE k.status = 'signed' AND k.signed_at IS NULL",
	],
	[
		"contracts are signed before the invoice is sent",
		`SELECT c.name, k.type, k.signed_at, i.sent_at FROM ${inOnboarding("contracts", "k")} JOIN invoices i ON i.onboarding_id = o.id AND i.opens_gate AND i.credit IS NULL
		 WHERE k.amends_id IS NULL AND k.status = 'signed' AND k.signed_at > i.sent_at`,
	],
	[
		"an invoice is sent before it is paid, and paid before the gate opens",
		`SELECT c.name, i.number, i.sent_at, i.paid_at, o.gate_opened_at FROM ${inOnboarding("invoices", "i")}
		 WHERE i.opens_gate AND (i.paid_at < i.sent_at OR (i.paid_at IS NOT NULL AND o.gate_opened_at < i.paid_at))`,
	],
	[
		"provisioning begins when the gate has opened, and each of its steps ends before the next",
		`SELECT c.name, r.started_at, o.gate_opened_at FROM ${inOnboarding("provisioning_runs", "r")}
		 WHERE r.started_at < o.gate_opened_at OR r.finished_at < r.started_at OR EXISTS (
			SELECT 1 FROM provisioning_steps s JOIN provisioning_steps n ON n.run_id = s.run_id AND n.position > s.position
			WHERE s.run_id = r.id AND n.finished_at < s.finished_at)`,
	],
	[
		"somebody of the customer signs in before the go-live",
		`SELECT c.name, o.went_live_at, first.at, r.finished_at FROM ${inOnboarding("provisioning_runs", "r")}
		 LEFT JOIN LATERAL (SELECT min(u.first_sign_in_at) AS at FROM users u JOIN users_memberships m ON m._parent_id = u.id WHERE m.casino_id = c.id) first ON true
		 WHERE r.status = 'succeeded' AND o.went_live_at IS NOT NULL AND (first.at IS NULL OR ${dayOf("first.at")} > o.went_live_at)`,
	],
	[
		"training is held before the pilot ends, the pilot ends before the go-live, and that is after provisioning",
		`SELECT c.name, o.pilot_starts_at, o.pilot_ends_at, o.went_live_at FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 WHERE o.pilot_ends_at < o.pilot_starts_at OR coalesce(o.went_live_at, o.go_live_at) <= o.pilot_ends_at
			OR EXISTS (SELECT 1 FROM training_sessions t WHERE t.onboarding_id = o.id AND t.status = 'held' AND ${dayOf("t.at")} > o.pilot_starts_at)
			OR EXISTS (SELECT 1 FROM provisioning_runs r WHERE r.onboarding_id = o.id AND o.went_live_at < ${dayOf("r.finished_at")})
			OR (o.pilot_starts_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM provisioning_runs r WHERE r.onboarding_id = o.id AND ${dayOf("r.finished_at")} <= o.pilot_starts_at))`,
	],
	[
		"what the pilot found is found from its first day on",
		`SELECT c.name, o.pilot_starts_at, q.found_at FROM ${inOnboarding("pilot_issues", "q")}
		 WHERE o.pilot_starts_at IS NULL OR ${dayOf("q.found_at")} < o.pilot_starts_at`,
	],
	[
		"phases begin and end in their order",
		`SELECT c.name, l.phase, l.started_at, l.closed_at, n.phase AS next, n.closed_at AS "nextAt" FROM ${inOnboarding("checklists", "l")}
		 LEFT JOIN checklists n ON n.onboarding_id = o.id AND n.position > l.position
		 WHERE l.closed_at < l.started_at OR n.closed_at < l.closed_at`,
	],
	[
		"the go-live is done on its day",
		`SELECT c.name, o.went_live_at, i.done_at FROM ${inOnboarding("checklist_items", "i")}
		 WHERE i.criterion = 'go_live_done' AND i.status = 'done' AND ${dayOf("i.done_at")} <> o.went_live_at`,
	],
	[
		"check-ins come after what they are about",
		`SELECT c.name, k.kind, k.label, k.due_at, r.finished_at, o.went_live_at FROM ${inOnboarding("check_ins", "k")}
		 LEFT JOIN provisioning_runs r ON r.onboarding_id = o.id AND r.status = 'succeeded'
		 WHERE CASE k.kind WHEN 'hypercare' THEN o.went_live_at IS NULL OR ${dayOf("k.due_at")} <= o.went_live_at
			ELSE r.id IS NULL OR k.due_at <= r.started_at END OR k.looked_at < k.due_at`,
	],
	[
		"the first week's check-ins have looked on their day",
		"SELECT c.name, k.label, k.due_at FROM check_ins k JOIN casinos c ON c.id = k.casino_id WHERE k.status = 'scheduled' AND k.due_at < now() - interval '1 day'",
	],
	[
		"weeks of use are of after the go-live, and over when they are reported",
		`SELECT c.name, w.week, w.starts_on FROM ${inOnboarding("adoption_reports", "w")} WHERE w.week > 0 AND (o.went_live_at IS NULL
			OR (w.starts_on AT TIME ZONE 'UTC')::date < o.went_live_at OR w.starts_on + interval '7 days' > now())`,
	],
	[
		// What records show is done when they do.
		"an item is done after those that come before it",
		`SELECT c.name, b.key AS first, b.done_at AS then, i.key, i.done_at FROM ${inOnboarding("checklist_items", "i")}
		 JOIN checklist_items b ON b.onboarding_id = o.id AND b.retired_at IS NULL AND i.rule -> 'after' ? b.key
		 WHERE i.retired_at IS NULL AND i.criterion IS NULL AND i.status = 'done' AND b.status = 'done' AND i.done_at < b.done_at`,
	],
	[
		"nothing is older than its onboarding, and no wait ends before it begins",
		`SELECT c.name, 'item' AS what, i.done_at FROM ${inOnboarding("checklist_items", "i")} WHERE i.done_at < o.created_at
		 UNION ALL SELECT c.name, 'contract', k.signed_at FROM ${inOnboarding("contracts", "k")} WHERE k.signed_at < o.created_at
		 UNION ALL SELECT c.name, 'invoice', i.sent_at FROM ${inOnboarding("invoices", "i")} WHERE i.sent_at < o.created_at
		 UNION ALL SELECT c.name, 'wait', w.since FROM ${inOnboarding("waits", "w")} WHERE w.since < o.created_at OR w.until < w.since
		 UNION ALL SELECT c.name, 'message', m.created_at FROM messages m JOIN casinos c ON c.id = m.casino_id WHERE m.created_at < c.created_at`,
	],
	[
		"an invitation is accepted by an account that is made then, and nobody signs in before they have one",
		`SELECT u.email, u.created_at, u.first_sign_in_at, u.last_sign_in_at FROM users u
		 WHERE u.first_sign_in_at < u.created_at OR u.last_sign_in_at < u.first_sign_in_at OR (u.first_sign_in_at IS NULL) <> (u.last_sign_in_at IS NULL)
			OR EXISTS (SELECT 1 FROM staff_invites v WHERE v.accepted_by_id = u.id AND (v.accepted_at < v.created_at OR v.accepted_at < u.created_at - interval '1 minute'))`,
	],
	[
		"nobody has done something before their account",
		acts
			.map(
				([table, person, at]) =>
					`SELECT '${table}.${at}' AS what, u.email, u.created_at, x.${at} FROM ${table} x JOIN users u ON u.id = x.${person} WHERE x.${at} < u.created_at`,
			)
			.join(" UNION ALL "),
	],
	[
		"whoever of the customer's has done something had signed in",
		`SELECT u.email, u.first_sign_in_at, i.key, i.done_at FROM checklist_items i JOIN users u ON u.id = i.done_by_id
		 WHERE u.vendor_role IS NULL AND (u.first_sign_in_at IS NULL OR i.done_at < u.first_sign_in_at)`,
	],
	[
		"what is over is not to come",
		over
			.map(
				([table, at, condition]) =>
					`SELECT '${table}.${at}' AS what, ${at}::timestamptz AS at FROM ${table} WHERE ${condition} AND ${at} > now()`,
			)
			.join(" UNION ALL "),
	],
];
