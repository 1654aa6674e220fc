import type { Payload, PayloadRequest } from "payload";
import { ClaimLost } from "@/provisioning/engine/stepErrors";
import type { RecordPorts } from "@/provisioning/ports";
import { sqlOf } from "@/queue/sqlOf";
import * as settings from "../casinos/baselineSettings";
import * as tenants from "../casinos/moveTenant";
import * as checkIns from "../checkIns/planCheckIns";
import * as entitlements from "../entitlements/grantPlan";
import { inTransaction, systemRequest } from "../inTransaction";
import * as invites from "../invites/ensureAdminInvite";
import { findMessage } from "../messages/findMessage";
import { queueMessage } from "../messages/queueMessage";
import { reviewLater } from "../plan/reviewLater";

type Hold = { runId: string; claim: string };

/**
 * Refuses to write for a run that another has taken over. The key lock waits for nobody but an undo or a retry by a
 * person, and keeps those waiting until this write is committed.
 */
async function requireClaim(req: PayloadRequest, { runId, claim }: Hold): Promise<void> {
	const sql = await sqlOf(req);
	const held = await sql("SELECT 1 FROM provisioning_runs WHERE id = $1::uuid AND claim = $2 FOR KEY SHARE", [
		runId,
		claim,
	]);
	if (held.length === 0) throw new ClaimLost();
}

/**
 * The records that steps make, on our own collections: each change one transaction under the system's name, refused when
 * the run's claim was lost. What only looks is one statement and needs none.
 */
export function createRecordPorts(payload: Payload, hold: Hold): RecordPorts {
	const asRun = <Input, Result>(work: (input: { req: PayloadRequest } & Input) => Promise<Result>) => {
		return async (input: Input): Promise<Result> => {
			const req = await systemRequest(payload, "provisioning");
			// The ledger has the plan reviewed when the run succeeds, fails or undoes a step.
			reviewLater(req);
			return inTransaction(req, async () => {
				await requireClaim(req, hold);
				return work({ ...input, req });
			});
		};
	};
	const asLook = <Input extends { req: PayloadRequest }, Result>(look: (input: Input) => Promise<Result>) => {
		return async (input: Omit<Input, "req">): Promise<Result> =>
			look({ ...input, req: await systemRequest(payload, "provisioning") } as Input);
	};
	const ofCasino = <Result>(work: (input: { req: PayloadRequest; casinoId: string }) => Promise<Result>) => {
		const run = asRun<{ casinoId: string }, Result>(work);
		return (casinoId: string) => run({ casinoId });
	};
	const ofOnboarding = <Result>(work: (input: { req: PayloadRequest; onboardingId: string }) => Promise<Result>) => {
		const run = asRun<{ onboardingId: string }, Result>(work);
		return (onboardingId: string) => run({ onboardingId });
	};
	return {
		readTenant: (casinoId) => asLook(tenants.readTenant)({ casinoId }),
		claimTenant: asRun(tenants.claimTenant),
		releaseTenant: ofCasino(tenants.releaseTenant),
		markLive: ofCasino(tenants.markLive),
		unmarkLive: ofCasino(tenants.releaseTenant),
		ensureSettings: asRun(settings.ensureSettings),
		readSettings: (casinoId) => asLook(settings.readCasinoSettings)({ casinoId }),
		removeSettings: ofCasino(settings.removeSettings),
		ensureAdminInvite: asRun(invites.ensureAdminInvite),
		readAdminInvite: asLook(invites.readAdminInvite),
		revokeInvites: ofCasino(invites.revokeOpenInvites),
		grantPlan: asRun(entitlements.grantPlan),
		readEntitlements: asLook(entitlements.readEntitlements),
		endEntitlements: asRun(entitlements.endEntitlements),
		queueMessage: asRun(queueMessage),
		findMessage: (key) => findMessage({ payload, key }),
		scheduleCheckIns: asRun(checkIns.scheduleCheckIns),
		readCheckIns: (onboardingId) => asLook(checkIns.readCheckIns)({ onboardingId }),
		cancelCheckIns: ofOnboarding(checkIns.cancelCheckIns),
	};
}
