import type { PayloadRequest } from "payload";
import type { ContractStatus } from "@/domain/contractStatus";
import { NotFound } from "@/errors";
import { isoSql } from "@/queue/isoSql";
import { sqlOf } from "@/queue/sqlOf";
import { requireVendor } from "./requireVendor";

/** What a contract promises, as far as an amendment may change it. */
export type Terms = {
	plan: string | null;
	planName: string | null;
	sites: number | null;
	seats: number | null;
	termMonths: number | null;
};

export type ContractTerms = Terms & {
	contractId: string;
	status: ContractStatus;
	/** The contract this one amends, with the terms it had. */
	amends: (Terms & { id: string; title: string; reason: string | null }) | null;
	/** The oldest first. */
	amendments: (Terms & { id: string; title: string; status: ContractStatus; at: string; reason: string | null })[];
	plans: { id: string; name: string }[];
	/** Whether this person may amend it now. The route decides again. */
	mayAmend: boolean;
};

const termsJson = (alias: string) =>
	`'plan', ${alias}.plan_id, 'planName', (SELECT p.name FROM plans p WHERE p.id = ${alias}.plan_id),
	 'sites', ${alias}.sites, 'seats', ${alias}.seats, 'termMonths', ${alias}.term_months`;

/**
 * A contract's terms, what it amends and what amends it. One statement.
 * @throws SignInRequired, Forbidden, NotFound
 */
export async function readContractTerms(input: { req: PayloadRequest; contractId: string }): Promise<ContractTerms> {
	const { req, contractId } = input;
	const role = requireVendor(req);
	const sql = await sqlOf(req);
	const [row] = await sql<{ contract: Omit<ContractTerms, "mayAmend"> }>(
		`SELECT json_build_object('contractId', k.id, 'status', k.status, ${termsJson("k")},
			'amends', (SELECT json_build_object('id', a.id, 'title', a.title, 'reason', k.amend_reason, ${termsJson("a")})
				FROM contracts a WHERE a.id = k.amends_id),
			'amendments', coalesce((SELECT json_agg(json_build_object('id', a.id, 'title', a.title, 'status', a.status,
				'at', ${isoSql("coalesce(a.signed_at, a.created_at)")}, 'reason', a.amend_reason, ${termsJson("a")}) ORDER BY a.created_at, a.id)
				FROM contracts a WHERE a.amends_id = k.id), '[]'),
			'plans', coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name) FROM plans p), '[]')
		 ) AS contract FROM contracts k WHERE k.id = $1::uuid`,
		[contractId],
	);
	if (!row) throw new NotFound("contract");
	const { contract } = row;
	const hasPending = contract.amendments.some(({ status }) => status === "draft" || status === "sent");
	return {
		...contract,
		mayAmend: contract.status === "signed" && !hasPending && (role === "admin" || role === "ops"),
	};
}
