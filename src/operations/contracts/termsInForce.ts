/**
 * The one contract whose terms are in force for an onboarding, as a row of `contracts`: its newest signed order form, or else its
 * support contract. What an amendment replaced is superseded, and is not looked at.
 *
 * @param onboarding SQL of the onboarding's id
 */
export const termsInForceSql = (onboarding: string) => `SELECT k.* FROM contracts k
	WHERE k.onboarding_id = ${onboarding} AND k.type IN ('order_form', 'support') AND k.status = 'signed'
	ORDER BY k.type, k.signed_at DESC NULLS LAST, k.id LIMIT 1`;

/** When the agreement `k` was first signed: an amendment carries on what it amends. */
export const firstSignedSql = `CASE WHEN k.amends_id IS NULL THEN k.signed_at ELSE (SELECT min(x.signed_at) FROM contracts x
	WHERE x.onboarding_id = k.onboarding_id AND x.type = k.type AND x.status IN ('signed', 'superseded')) END`;

/** Whether the contract is an amendment that is being prepared: until it is signed the one it amends is in force, and it counts for nothing. */
export const pendingAmendmentSql = (contract: string) =>
	`(${contract}.amends_id IS NOT NULL AND ${contract}.status IN ('draft', 'sent'))`;
