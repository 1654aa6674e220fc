/**
 * Whom a request came from, as far as that can be trusted.
 *
 * @param peer who is at the other end of the connection
 * @param forwardedFor the `X-Forwarded-For` header; each proxy appends whom it heard from
 * @param trustedProxies how many proxies of ours stand in front; with none the header is anybody's claim and not read
 * @returns an IPv4 address, or the /64 network of an IPv6 one: a household or a machine has that many addresses
 */
export function pickClientAddress(input: {
	peer: string | null;
	forwardedFor: string | null;
	trustedProxies: number;
}): string {
	const peer = input.peer?.trim() || "unknown";
	if (input.trustedProxies === 0) return toNetwork(peer);
	const hops = (input.forwardedFor ?? "")
		.split(",")
		.map((hop) => hop.trim())
		.filter(Boolean);
	return toNetwork(hops.at(-input.trustedProxies) ?? hops[0] ?? peer);
}

function toNetwork(address: string): string {
	const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
	if (mapped) return mapped;
	const [bare = ""] = address.replace(/^\[|\]$/g, "").split("%");
	if (!bare.includes(":")) return bare.slice(0, 64);
	const [head = "", tail] = bare.toLowerCase().split("::");
	const start = head.split(":").filter(Boolean);
	const end = tail?.split(":").filter(Boolean) ?? [];
	const middle =
		tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
	const groups = [...start, ...middle, ...end].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
	return `${groups.join(":")}::/64`;
}
