/** What an admin view was opened with, as an address's parameters; of a repeated one the first. */
export function addressOf(searchParams: Record<string, string | string[] | undefined> | undefined): URLSearchParams {
	const pairs = Object.entries(searchParams ?? {}).flatMap(([name, value]) => {
		const first = Array.isArray(value) ? value[0] : value;
		return first === undefined ? [] : [[name, first]];
	});
	return new URLSearchParams(pairs);
}
