/** The first round number at or above a value, so that an axis ends at one: 1, 2 or 5 with zeros. */
export function niceTop(value: number): number {
	if (value <= 1) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	const factor = [1, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= value) ?? 10;
	return factor * power;
}
