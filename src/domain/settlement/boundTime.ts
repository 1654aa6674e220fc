/** How far two clocks may differ, as for a webhook's signature. */
const skewMs = 300_000;

/**
 * When something happened that says it happened after it was told: when it was told. Otherwise everything true that follows would
 * come before it for good. Both ISO 8601; whole seconds, as providers count.
 */
export function boundTime(told: string, receivedAt: string): string {
	const received = Date.parse(receivedAt);
	return Date.parse(told) > received + skewMs ? new Date(Math.floor(received / 1000) * 1000).toISOString() : told;
}
