/** Whom the open onboarding `o` waits for by what was written down: the customer before a third party, as their time is counted. */
export const openWaitSql = `(
	SELECT w."on", w.what, w.since FROM waits w WHERE w.onboarding_id = o.id AND (w.until IS NULL OR w.until > now()) AND w.since <= now()
	ORDER BY array_position(ARRAY['customer', 'third_party', 'us'], w."on"::text), w.since LIMIT 1
)`;
