import type { PayloadRequest } from "payload";
import { asUser } from "@/access/authority";
import type { DecisionPacket } from "@/domain/decisions/packet";
import { NotFound } from "@/errors";
import type { Decision } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

/**
 * A decision, with the rights of whoever asks. What was known is the vendor's to read; but what the customer signed, the
 * customer reads.
 *
 * @throws NotFound also when it is not theirs to see
 */
export async function findReadable(input: {
	req: PayloadRequest;
	decisionId: string;
}): Promise<{ decision: Decision; packet: DecisionPacket | null }> {
	const { req, decisionId } = input;
	const decision = await req.payload.findByID({
		collection: slug.decisions,
		id: decisionId,
		depth: 0,
		disableErrors: true,
		...asUser(req),
	});
	if (!decision) throw new NotFound("decision");
	if (decision.kind !== "primary_tool") {
		return { decision, packet: (decision.packet as DecisionPacket | null | undefined) ?? null };
	}
	const sql = await sqlOf(req);
	const [row] = await sql<{ packet: DecisionPacket | null }>("SELECT packet FROM decisions WHERE id = $1::uuid", [
		decisionId,
	]);
	return { decision, packet: row?.packet ?? null };
}
