import type { PayloadRequest } from "payload";
import type { GoNoGoFindings, GoNoGoPacket } from "@/domain/decisions/packet";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { findGoNoGo } from "./findGoNoGo";
import { findProposed } from "./findProposed";
import { readPacketContext } from "./readPacketContext";

export type LivePacket = GoNoGoFindings & {
	onboarding: GoNoGoPacket["onboarding"];
	casino: GoNoGoPacket["casino"];
	/** When the records were read. ISO 8601. */
	asOf: string;
	/** The go/no-go that waits for a second person. */
	proposed: { id: string; asked: GoNoGoPacket["asked"] } | null;
	/** The last one that was taken. */
	latest: { id: string; status: string; decidedAt: string } | null;
	mayPropose: boolean;
};

/**
 * The go/no-go packet as the records stand now.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readPacket(input: { req: PayloadRequest; onboardingId: string }): Promise<LivePacket> {
	const { req, onboardingId } = input;
	const role = requireVendor(req);
	const context = await readPacketContext(input);
	if (!context) throw new NotFound("onboarding");
	const now = new Date();
	const open = await findProposed<GoNoGoPacket>({ req, onboardingId, kind: "go_no_go" });
	const etaConfidence = open?.packet.checkpoint.etaConfidence ?? null;
	const isOver = context.status === "completed" || context.status === "cancelled";
	return {
		onboarding: context.onboarding,
		casino: context.casino,
		asOf: now.toISOString(),
		...(await findGoNoGo({ req, context, etaConfidence, now })),
		proposed: open ? { id: open.id, asked: open.packet.asked } : null,
		latest: await findLatest(req, onboardingId),
		mayPropose: !isOver && (role === "admin" || role === "ops" || role === "manager"),
	};
}

async function findLatest(req: PayloadRequest, onboardingId: string): Promise<LivePacket["latest"]> {
	const sql = await sqlOf(req);
	const [row] = await sql<NonNullable<LivePacket["latest"]>>(
		`SELECT id, status, decided_at AS "decidedAt" FROM decisions
		 WHERE onboarding_id = $1::uuid AND kind = 'go_no_go' AND decided_at IS NOT NULL ORDER BY decided_at DESC LIMIT 1`,
		[onboardingId],
	);
	return row ?? null;
}
