import type { PayloadRequest } from "payload";
import { type AuditStatus, readAuditStatus } from "@/audit/readAuditStatus";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "../views/requireVendor";
import { erasers, exporters, revealers } from "./auditRoles";

export type ChainState = AuditStatus & {
	/** What this person may do with the record. */
	may: { export: boolean; reveal: boolean; erase: boolean };
};

/**
 * Whether the record is whole, and what this person may do with it.
 * @throws SignInRequired, Forbidden for everybody but the vendor's people
 */
export async function readChainState({ req }: { req: Pick<PayloadRequest, "payload" | "user"> }): Promise<ChainState> {
	const role = requireVendor(req);
	const status = await readAuditStatus({ sql: await sqlOf(req) });
	return {
		...status,
		may: { export: exporters.includes(role), reveal: revealers.includes(role), erase: erasers.includes(role) },
	};
}
