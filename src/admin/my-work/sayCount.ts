/** “12”, or “1,000+” when it was counted no further. */
export const sayCount = (count: number, most: number): string =>
	count > most ? `${most.toLocaleString("en")}+` : count.toLocaleString("en");
