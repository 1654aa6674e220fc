import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "@/audit/auditEntry";
import type { DecisionPacket } from "@/domain/decisions/packet";

/** SHA-256 of a packet, in hexadecimal, the same whatever order its keys are in: the database keeps none. */
export const hashPacket = (packet: DecisionPacket): string =>
	createHash("sha256")
		.update(canonicalJson(packet as unknown as Json))
		.digest("hex");
