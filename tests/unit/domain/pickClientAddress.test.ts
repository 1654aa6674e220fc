import { expect, test } from "vitest";
import { pickClientAddress } from "@/domain/pickClientAddress";

const pick = (peer: string | null, forwardedFor: string | null, trustedProxies: number) =>
	pickClientAddress({ peer, forwardedFor, trustedProxies });

test("without proxies the connection counts, whatever the header claims", () => {
	expect(pick("192.0.2.1", "203.0.113.9", 0)).toBe("192.0.2.1");
	expect(pick(null, "203.0.113.9", 0)).toBe("unknown");
});

test("behind proxies it is whom the outermost of them heard from", () => {
	expect(pick("10.0.0.1", "203.0.113.9", 1)).toBe("203.0.113.9");
	expect(pick("10.0.0.1", "made up, 203.0.113.9", 1)).toBe("203.0.113.9");
	expect(pick("10.0.0.1", "made up, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
});

test("a header shorter than the proxies are many gives what it has; none gives the connection", () => {
	expect(pick("10.0.0.1", "203.0.113.9", 3)).toBe("203.0.113.9");
	expect(pick("10.0.0.1", "", 1)).toBe("10.0.0.1");
});

test("an IPv6 address counts as its /64, an IPv4 one in IPv6 clothes as itself", () => {
	expect(pick("2001:db8:0:1:2:3:4:5", null, 0)).toBe("2001:db8:0:1::/64");
	expect(pick("2001:0DB8:0000:0001::9", null, 0)).toBe("2001:db8:0:1::/64");
	expect(pick("::1", null, 0)).toBe("0:0:0:0::/64");
	expect(pick("fe80::1%eth0", null, 0)).toBe("fe80:0:0:0::/64");
	expect(pick("::ffff:192.0.2.1", null, 0)).toBe("192.0.2.1");
});
