const hour = 3_600_000;

/** Without a sign of life a session ends after so many hours: a working day. */
export const idleHours = 8;

/** So long after signing in, or entering the password again, somebody may do what asks for it. */
export const freshMinutes = 15;

export type SessionLimits = { vendor: number; customer: number };

/**
 * Whether a session is over: too long ago began, however much it was used, or not lengthened in time.
 * @param input.limits hours from the sign-in, for the vendor's people and for customers'
 */
export function isSessionOver(input: {
	session: { createdAt?: string | Date | null; expiresAt: string | Date };
	isVendor: boolean;
	limits: SessionLimits;
	now: number;
}): boolean {
	const { session, isVendor, limits, now } = input;
	const longest = (isVendor ? limits.vendor : limits.customer) * hour;
	const began = session.createdAt ? new Date(session.createdAt).getTime() : Number.NEGATIVE_INFINITY;
	return new Date(session.expiresAt).getTime() <= now || began + longest <= now;
}

const browsers: [mark: RegExp, name: string][] = [
	[/Edg(?:A|iOS)?\//, "Edge"],
	[/OPR\//, "Opera"],
	[/Firefox\/|FxiOS\//, "Firefox"],
	[/Chrome\/|CriOS\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const systems: [mark: RegExp, name: string][] = [
	[/iPhone/, "iPhone"],
	[/iPad/, "iPad"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Mac OS X/, "macOS"],
	[/Linux|X11/, "Linux"],
];

/** What a browser says of itself, in words that its owner knows it by. */
export function formatDevice(userAgent: string): string {
	const find = (marks: [RegExp, string][]) => marks.find(([mark]) => mark.test(userAgent))?.[1];
	const [browser, system] = [find(browsers), find(systems)];
	if (browser) return system ? `${browser} on ${system}` : browser;
	return userAgent.trim().split(/[\s/]/)[0]?.slice(0, 40) || "Unknown device";
}
