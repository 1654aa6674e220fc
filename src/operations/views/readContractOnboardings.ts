import type { PayloadRequest } from "payload";
import { type ContractStatus, isContractOver } from "@/domain/contractStatus";
import type { HealthLevel } from "@/domain/health/healthReason";
import type { OnboardingStatus } from "@/domain/onboardingStatus";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { defaultPlaybookKey } from "../playbooks/defaultPlaybookKey";
import { requireVendor } from "./requireVendor";

export type ContractOnboarding = {
	id: string;
	title: string;
	status: OnboardingStatus;
	health: HealthLevel;
	/** The phase it is in, by its name. */
	phase: string | null;
	playbook: string | null;
	forecastGoLiveAt: string | null;
	wentLiveAt: string | null;
	/** The one that this contract is bound to. */
	isOwn: boolean;
};

export type ContractOnboardings = {
	contractId: string;
	title: string;
	/** The contract's own first, then the casino's others, newest first. */
	onboardings: ContractOnboarding[];
	/** Those that have a published version, the usual one first. */
	playbooks: { id: string; name: string; version: number }[];
	/** Whether this person may open one from this contract now. The route decides again. */
	mayOpen: boolean;
};

type Row = Omit<ContractOnboardings, "mayOpen"> & { status: ContractStatus };

/**
 * The onboardings of a contract's casino, and whether another may be opened from the contract, in one statement.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readContractOnboardings(input: {
	req: PayloadRequest;
	contractId: string;
}): Promise<ContractOnboardings> {
	const { req, contractId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<Row>(
		`SELECT k.id AS "contractId", coalesce(k.title, c.name) AS title, k.status,
			coalesce((SELECT json_agg(json_build_object('id', o.id, 'title', coalesce(o.title, c.name), 'status', o.status, 'health', o.health,
					'phase', (SELECT l.name FROM checklists l WHERE l.onboarding_id = o.id AND l.phase = o.phase),
					'playbook', p.name || ', version ' || o.playbook_version, 'forecastGoLiveAt', o.forecast_go_live_at,
					'wentLiveAt', o.went_live_at, 'isOwn', coalesce(o.id = k.onboarding_id, false)
				) ORDER BY o.id = k.onboarding_id DESC NULLS LAST, o.created_at DESC)
				FROM onboardings o LEFT JOIN playbooks p ON p.id = o.playbook_id WHERE o.casino_id = k.casino_id), '[]') AS onboardings,
			coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'version', v.version)
					ORDER BY p.key = $2 DESC, p.name)
				FROM playbooks p JOIN LATERAL (SELECT max(version) AS version FROM playbook_versions WHERE playbook_id = p.id) v
					ON v.version IS NOT NULL), '[]') AS playbooks
		 FROM contracts k JOIN casinos c ON c.id = k.casino_id WHERE k.id = $1::uuid`,
		[contractId, defaultPlaybookKey],
	);
	if (!row) throw new NotFound("contract");
	const { status, ...shown } = row;
	const isUnbound = !row.onboardings.some(({ isOwn }) => isOwn);
	return { ...shown, mayOpen: isUnbound && !isContractOver(status) && (role === "admin" || role === "ops") };
}
