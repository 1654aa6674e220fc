import { createHash } from "node:crypto";
import type { PayloadRequest } from "payload";
import { canonicalJson, type Json } from "@/audit/auditEntry";
import { comparePlaybooks, type PlaybookDifference } from "@/domain/playbook/comparePlaybooks";
import { findAtStake } from "@/domain/playbook/findAtStake";
import { planUpgrade, type RunningItem, type UpgradePlan } from "@/domain/playbook/planUpgrade";
import { type SaidDifference, sayDifference } from "@/domain/playbook/sayDifference";
import { Conflict, NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { findRelease, type Release } from "../playbooks/findRelease";

export type UpgradePreview = {
	from: number;
	to: number;
	difference: PlaybookDifference;
	/** What happens to the items of this onboarding. */
	plan: UpgradePlan;
	/** Both, as people read it. */
	said: SaidDifference;
	/** Exit criteria that are not met, and asked for no longer or otherwise. While there are any it cannot be applied. */
	atStake: { key: string; title: string }[];
	/** Names exactly this difference: whoever applies it says which one they have seen. */
	seen: string;
};

export type Upgrade = UpgradePreview & { onboarding: { id: string; casinoId: string }; release: Release };

/**
 * What applying another published version of its playbook to a running onboarding would do.
 *
 * @param input.version the newest when null
 * @throws NotFound for an onboarding or version that is not there; Conflict when the onboarding is over or has this version already
 */
export async function previewUpgrade(input: {
	req: PayloadRequest;
	onboardingId: string;
	version: number | null;
}): Promise<Upgrade> {
	const { req, onboardingId, version } = input;
	const sql = await sqlOf(req);
	const [row] = await sql<{
		casinoId: string;
		playbookId: string;
		version: number;
		status: string;
		items: RunningItem[];
	}>(
		`SELECT o.casino_id AS "casinoId", o.playbook_id AS "playbookId", o.playbook_version::int AS version, o.status,
			coalesce((SELECT json_agg(json_build_object('key', i.key, 'status', i.status) ORDER BY i.position)
				FROM checklist_items i WHERE i.onboarding_id = o.id), '[]') AS items
		 FROM onboardings o WHERE o.id = $1::uuid`,
		[onboardingId],
	);
	if (!row) throw new NotFound("onboarding");
	if (row.status === "completed" || row.status === "cancelled") {
		throw new Conflict(`This onboarding is ${row.status}: it keeps its version.`);
	}
	const playbook = { req, playbookId: row.playbookId };
	const current = await findRelease({ ...playbook, version: row.version });
	const release = await findRelease(version === null ? playbook : { ...playbook, version });
	if (!current || !release) throw new NotFound("version of the playbook");
	if (release.version === current.version)
		throw new Conflict(`It follows version ${release.version} already.`, "same_version");
	const difference = comparePlaybooks(current.content, release.content);
	const plan = planUpgrade({ from: current.content, to: release.content, items: row.items });
	const seen = createHash("sha256")
		.update(canonicalJson({ from: current.hash, to: release.hash, plan } as unknown as Json))
		.digest("hex");
	return {
		from: current.version,
		to: release.version,
		difference,
		plan,
		atStake: findAtStake(current.content, plan),
		said: sayDifference({ from: current.content, to: release.content, plan }),
		seen,
		onboarding: { id: onboardingId, casinoId: row.casinoId },
		release,
	};
}
