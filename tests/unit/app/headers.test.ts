import { describe, expect, it } from "vitest";
import { writeContentPolicy } from "@/app/contentPolicy";
import { findTlsDemand } from "@/operations/limits/demandTls";
import nextConfig from "../../../next.config.mjs";

const policyOf = (pathname: string, isDevelopment = false) =>
	new Map(
		writeContentPolicy({ pathname, nonce: "bm9uY2U=", isDevelopment })
			.split("; ")
			.map((part) => [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)]),
	);

describe("the content security policy", () => {
	it("runs scripts by nonce alone, on every page", () => {
		for (const path of ["/", "/portal", "/invite", "/admin", "/admin/collections/users"]) {
			expect(policyOf(path).get("script-src"), path).toBe("'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
		}
	});

	it("loads nothing from elsewhere and lets nobody frame, rebase or embed", () => {
		for (const path of ["/portal", "/admin/account"]) {
			const policy = policyOf(path);
			expect(["default-src", "object-src", "base-uri", "frame-ancestors"].map((name) => policy.get(name))).toEqual(
				Array.from({ length: 4 }, () => "'none'"),
			);
			expect([...policy.values()].join(" ")).not.toMatch(/https?:|\*/);
		}
	});

	it("lets the admin panel alone add style elements", () => {
		expect(policyOf("/portal").get("style-src")).toBe("'self'");
		expect(policyOf("/administrators").get("style-src")).toBe("'self'");
		expect(policyOf("/admin").get("style-src")).toBe("'self' 'unsafe-inline'");
	});

	it("lets React's development build alone evaluate text", () => {
		expect(policyOf("/admin", true).get("script-src")).toContain("'unsafe-eval'");
	});
});

it("demands TLS, of the host and what is below it, where the address has it", () => {
	expect(findTlsDemand("https://keyturn.example")).toBe("max-age=63072000; includeSubDomains");
	expect(findTlsDemand("http://localhost:3000")).toBeNull();
});

it("answers under /api with one policy that runs nothing, and keeps none of it in a cache", async () => {
	const rules = (await nextConfig.headers?.()) ?? [];
	const found = new Map(
		rules.find(({ source }) => source === "/api/:path*")?.headers.map(({ key, value }) => [key, value] as const),
	);
	expect(found.get("Content-Security-Policy")).toBe(
		"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	);
	expect(found.get("Cache-Control")).toBe("private, no-store");
});
