import type { PayloadRequest } from "payload";
import {
	type AgreedScope,
	countWeeklyShifts,
	findAgreedScope,
	type WrittenScopes,
} from "@/domain/adoption/agreedScope";
import { counted } from "@/domain/inWords";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { scopesSql } from "./scopesSql";

/** What is written down of an onboarding's scopes. @throws NotFound */
export async function readScopes(req: PayloadRequest, onboardingId: string): Promise<WrittenScopes> {
	const sql = await sqlOf(req);
	const [row] = await sql<{ scopes: WrittenScopes }>(
		`SELECT ${scopesSql} AS scopes FROM onboardings o WHERE o.id = $1::uuid`,
		[onboardingId],
	);
	if (!row) throw new NotFound("onboarding");
	return row.scopes;
}

/** The scope in which weeks of use are measured; null while none is agreed. @throws NotFound */
export async function readAgreedScope(req: PayloadRequest, onboardingId: string): Promise<AgreedScope | null> {
	return findAgreedScope(await readScopes(req, onboardingId), "goLive");
}

/** Why a week's figures are not of the agreed scope; null when they are, or none is agreed. */
export function findShiftsProblem(scope: AgreedScope | null, shiftsInScope: number): string | null {
	const agreed = scope ? countWeeklyShifts(scope) : null;
	if (agreed === null || shiftsInScope === agreed) return null;
	return `The agreed scope has ${counted(agreed, "shift")} in a week.`;
}
