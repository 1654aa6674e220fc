import type { PayloadRequest } from "payload";
import type { DecisionKind } from "@/domain/decisionStatus";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { sqlOf } from "@/queue/sqlOf";

/**
 * The decision of a kind that was asked for and is not taken yet. There is at most one: of an onboarding, or of one of its
 * items. The caller holds the onboarding's lock, which keeps it so.
 */
export async function findProposed<Packet extends DecisionPacket>(input: {
	req: PayloadRequest;
	onboardingId: string;
	kind: DecisionKind & Packet["kind"];
	itemId?: string;
}): Promise<{ id: string; packet: Packet } | null> {
	const { req, onboardingId, kind, itemId = null } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{ id: string; packet: Packet }>(
		`SELECT id, packet FROM decisions WHERE onboarding_id = $1::uuid AND kind::text = $2 AND status = 'proposed'
			AND item_id IS NOT DISTINCT FROM $3::uuid AND packet IS NOT NULL ORDER BY created_at DESC LIMIT 1`,
		[onboardingId, kind, itemId],
	);
	return row ?? null;
}
