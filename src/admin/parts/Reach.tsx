/** A mail address or a telephone number, to be used at a click. */
export function Reach({ reach }: { reach: string }) {
	const isMail = reach.includes("@");
	return <a href={isMail ? `mailto:${reach}` : `tel:${reach.replaceAll(/[^+\d]/g, "")}`}>{reach}</a>;
}
