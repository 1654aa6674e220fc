import type { PayloadRequest } from "payload";
import type { OpenItem } from "@/domain/decisions/findGoLiveBlockers";
import type { DecisionPacket, PacketPerson } from "@/domain/decisions/packet";
import type { PhaseStatus } from "@/domain/playbook/phaseStatus";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";

export type PacketContext = Pick<DecisionPacket, "casino" | "onboarding" | "playbook"> & {
	status: string;
	goLiveAt: string | null;
	forecastAt: string | null;
	freeze: { from: string; until: string } | null;
	phases: { name: string; status: PhaseStatus; settled: number; total: number }[];
	/** Those that are not settled. */
	items: OpenItem[];
	/** Criteria for which a waiver holds. */
	waived: string[];
	/** Who sent the request; null for nobody. */
	sender: PacketPerson | null;
};

/** What a packet says besides what the rules find, in one statement; null when there is no such onboarding. */
export async function readPacketContext(input: {
	req: PayloadRequest;
	onboardingId: string;
}): Promise<PacketContext | null> {
	const { req, onboardingId } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<PacketContext>(
		`SELECT
			json_build_object('id', c.id, 'name', c.name) AS casino,
			json_build_object('id', o.id, 'title', coalesce(o.title, c.name)) AS onboarding,
			json_build_object('name', v.content ->> 'name', 'version', v.version) AS playbook,
			o.status, coalesce(o.went_live_at, o.go_live_at) AS "goLiveAt", o.forecast_go_live_at AS "forecastAt",
			CASE WHEN o.freeze_from IS NOT NULL AND o.freeze_until IS NOT NULL
				THEN json_build_object('from', ${isoSql("o.freeze_from")}, 'until', ${isoSql("o.freeze_until")}) END AS freeze,
			coalesce((SELECT json_agg(json_build_object('name', l.name, 'status', l.status,
					'settled', (SELECT count(*) FROM checklist_items i WHERE i.checklist_id = l.id AND i.retired_at IS NULL
						AND i.status IN ('done', 'waived')),
					'total', (SELECT count(*) FROM checklist_items i WHERE i.checklist_id = l.id AND i.retired_at IS NULL
						AND i.status <> 'not_needed')
				) ORDER BY l.position) FROM checklists l WHERE l.onboarding_id = o.id), '[]') AS phases,
			coalesce((SELECT json_agg(json_build_object('id', i.id, 'title', i.title, 'kind', i.kind, 'phase', i.phase, 'phaseName', l.name,
					'owner', i.owner, 'status', i.status, 'criterion', i.criterion, 'dueAt', i.due_at, 'responsible', i.responsible,
					'assignee', u.name
				) ORDER BY i.position)
				FROM checklist_items i JOIN checklists l ON l.id = i.checklist_id LEFT JOIN users u ON u.id = i.assignee_id
				WHERE i.onboarding_id = o.id AND i.retired_at IS NULL AND i.status IN ('open', 'in_progress')), '[]') AS items,
			coalesce((SELECT json_agg(i.criterion) FROM checklist_items i
				WHERE i.onboarding_id = o.id AND i.status = 'waived' AND i.criterion IS NOT NULL AND i.retired_at IS NULL), '[]') AS waived,
			(SELECT json_strip_nulls(json_build_object('id', u.id, 'name', u.name,
				'isUnproved', CASE WHEN u.address_proved_at IS NULL THEN true END)) FROM users u WHERE u.id = $2::uuid) AS sender
		 FROM onboardings o JOIN casinos c ON c.id = o.casino_id
		 JOIN playbook_versions v ON v.playbook_id = o.playbook_id AND v.version = o.playbook_version
		 WHERE o.id = $1::uuid`,
		[onboardingId, req.user?.collection === "users" ? req.user.id : null],
	);
	return row ?? null;
}
