/** A time for people, with its zone ("Thursday 27 November 2025 at 14:00 UTC"). */
export function sayMoment(iso: string, timeZone: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		timeZone,
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		timeZoneName: "short",
	})
		.format(new Date(iso))
		.replace(",", "");
}
