import type { BeforeListTableServerProps, PayloadRequest } from "payload";
import { readChainState } from "@/operations/audit/readChainState";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { AuditFilters } from "./AuditFilters";
import { AuditTools } from "./AuditTools";
import "./audit.css";

/** Longer than the sealer ever takes: beyond it none is running. */
const SEALER_PATIENCE_MS = 10_000;

/** Above the list: is the record whole, who asks for what, and taking it out. */
export async function ChainStatus({ payload, user }: BeforeListTableServerProps) {
	const state = await readChainState({
		req: { payload, user: user ?? null } as Pick<PayloadRequest, "payload" | "user">,
	});
	const { lastVerification, unsealed, unsealedSince, lastSequence, lastEntryAt, may } = state;
	const isStuck = unsealedSince !== null && Date.now() - unsealedSince.getTime() > SEALER_PATIENCE_MS;
	return (
		<div className="kt-audit">
			<dl className="kt-chain">
				<div>
					<dt>Record</dt>
					<dd>
						<Wholeness verification={lastVerification} />
					</dd>
				</div>
				<div>
					<dt>Last verified</dt>
					<dd>
						{lastVerification ? (
							<>
								<RelativeTime at={lastVerification.at.toISOString()} />, {lastVerification.entries.toLocaleString("en")}{" "}
								entries
							</>
						) : (
							<>
								never: run <code>npm run audit:verify</code>
							</>
						)}
					</dd>
				</div>
				<div>
					<dt>Last sealed</dt>
					<dd className="kt-money">
						{lastSequence === 0 ? (
							"nothing yet"
						) : (
							<>
								#{lastSequence.toLocaleString("en")}, <RelativeTime at={lastEntryAt?.toISOString()} />
							</>
						)}
					</dd>
				</div>
				<div>
					<dt>Pending</dt>
					<dd>
						{isStuck ? (
							<>
								<StatusBadge status="stuck" tone="bad" label={`${unsealed} since`} />{" "}
								<RelativeTime at={unsealedSince.toISOString()} />: no worker is sealing. Start one.
							</>
						) : unsealed === 0 ? (
							"none"
						) : (
							`${unsealed}, within a second`
						)}
					</dd>
				</div>
			</dl>
			<AuditFilters />
			<AuditTools may={may} />
		</div>
	);
}

function Wholeness({
	verification,
}: {
	verification: { ok: boolean; firstBroken: { sequence: number; reason: string } | null } | null;
}) {
	if (!verification) return <StatusBadge status="unverified" tone="waiting" label="Not verified yet" />;
	if (verification.ok) return <StatusBadge status="good" label="Whole" />;
	const { firstBroken } = verification;
	return (
		<>
			<StatusBadge status="broken" tone="bad" label="Broken" />
			{firstBroken ? ` entry #${firstBroken.sequence} ${firstBroken.reason}` : null}
		</>
	);
}
