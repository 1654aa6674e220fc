/** Zones to choose from, by their IANA names; UTC first. */
export const timeZones: readonly string[] = [
	"UTC",
	...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC"),
];

/**
 * Where names begin that both this system and PostgreSQL read as the same place. What else `Intl` takes (“CST”, “BST”, “+02:00”)
 * means another place to the database, or the other direction.
 */
const regions: ReadonlySet<string> = new Set([
	...timeZones.map((name) => name.split("/", 1)[0] ?? ""),
	"Etc",
	"US",
	"Canada",
]);

const byLowerCase = new Map(timeZones.map((name) => [name.toLowerCase(), name]));

/**
 * Reads the name of a time zone as a person writes it: “europe/malta” is `Europe/Malta`, “America/New York” is
 * `America/New_York`. Older names that are still known stay as they are.
 *
 * @returns null when there is no such zone
 */
export function readTimeZone(text: string): string | null {
	const name = text.trim().replaceAll(/\s+/g, "_");
	return byLowerCase.get(name.toLowerCase()) ?? (isKnown(name) ? name : null);
}

/** Whether it is the name of a time zone as it is stored. */
export function isTimeZone(name: unknown): boolean {
	return typeof name === "string" && readTimeZone(name) === name;
}

function isKnown(name: string): boolean {
	if (!/^[A-Z][A-Za-z]*(\/[A-Z][A-Za-z0-9_+-]*){0,2}$/.test(name) || !regions.has(name.split("/", 1)[0] ?? ""))
		return false;
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
