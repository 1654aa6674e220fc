import { isoSql } from "@/queue/isoSql";
import { firstSignedSql, termsInForceSql } from "../contracts/termsInForce";
import { decisionEndSql } from "../decisions/decisionEndSql";

/** The state of the plan of the onboarding $1 (`PlanState`): what is stored, and what its dates and conditions hang on. */
export const planStateSql = `SELECT
		json_build_object(
			'id', o.id, 'casinoId', o.casino_id, 'status', o.status, 'phase', o.phase, 'goLivePhase', v.content ->> 'goLivePhase',
			'plan', f.plan, 'region', o.region, 'dataMode', o.data_mode, 'openedAt', ${isoSql("o.created_at")},
			'reopenedAt', ${isoSql("o.reopened_at")},
			'contractSignedAt', ${isoSql("f.signed_at")}, 'gateOpenedAt', ${isoSql("o.gate_opened_at")},
			'provisionedAt', (SELECT ${isoSql("max(r.finished_at)")} FROM provisioning_runs r WHERE r.onboarding_id = o.id AND r.status = 'succeeded'),
			'pilotStartsAt', o.pilot_starts_at, 'goLiveAt', o.go_live_at, 'wentLiveAt', o.went_live_at,
			'forecastGoLiveAt', o.forecast_go_live_at, 'forecastBecause', o.forecast_because,
			'health', o.health, 'healthReasons', coalesce(o.health_reasons, '[]'), 'healthSince', ${isoSql("o.health_since")},
			'doneRules', v.content -> 'definitionOfDone', 'definitionOfDone', o.definition_of_done,
			'gateWaitsOn', o.gate_waits_on, 'gateWaitsFor', o.gate_waits_for
		) AS onboarding,
		c.timezone AS "timeZone", s.working_hours AS "workingHours",
		coalesce((SELECT json_agg(json_build_object(
				'id', l.id, 'key', l.phase, 'position', l.position, 'status', l.status,
				'startedAt', ${isoSql("l.started_at")}, 'closedAt', ${isoSql("l.closed_at")}
			) ORDER BY l.position) FROM checklists l WHERE l.onboarding_id = o.id), '[]') AS phases,
		coalesce((SELECT json_agg(json_build_object(
				'id', i.id, 'key', i.key, 'title', i.title, 'phase', i.phase, 'position', i.position, 'kind', i.kind, 'owner', i.owner,
				'status', i.status, 'automation', i.automation, 'criterion', i.criterion, 'rule', i.rule,
				'dueAt', i.due_at, 'forecastAt', i.forecast_at, 'snoozedTo', i.snoozed_to,
				'startedAt', ${isoSql("i.started_at")}, 'doneAt', ${isoSql("i.done_at")}, 'choice', i.choice, 'says', i.says, 'foundIn', i.found_in,
				'waivedUntil', (SELECT ${isoSql(`max(${decisionEndSql})`)} FROM decisions d
					WHERE d.item_id = i.id AND d.kind = 'waiver' AND d.status = 'approved')
			) ORDER BY i.position) FROM checklist_items i WHERE i.onboarding_id = o.id AND i.retired_at IS NULL), '[]') AS items
	 FROM onboardings o
	 JOIN casinos c ON c.id = o.casino_id
	 JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version
	 LEFT JOIN casino_settings s ON s.casino_id = o.casino_id
	 LEFT JOIN LATERAL (
		SELECT p.key AS plan, ${firstSignedSql} AS signed_at FROM (${termsInForceSql("o.id")}) k LEFT JOIN plans p ON p.id = k.plan_id
	 ) f ON true
	 WHERE o.id = $1::uuid`;
