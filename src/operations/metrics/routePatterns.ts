import type { SanitizedConfig } from "payload";

type Pattern = { method: string; segments: string[]; label: string };

/** By the word after `/api/`: the routes that begin with it. Shared by every copy of this module in a process. */
const holder = globalThis as { [key: symbol]: Map<string, Pattern[]> | undefined };
const key = Symbol.for("keyturn.metrics.routes");

/** Pages by their first word: what follows it names a record or a view, and is not a route of its own. */
const pages = new Set(["", "admin", "portal", "onboarding", "invite", "sign-in", "_next"]);
const otherRoute = "other";

/** Remembers which routes there are, so that a request can be counted under its pattern. */
export function rememberRoutes(config: SanitizedConfig): SanitizedConfig {
	const patterns = new Map<string, Pattern[]>();
	const add = (prefix: string, endpoints: { method: string; path: string }[] | false | undefined) => {
		for (const { method, path } of endpoints || []) {
			const label = `/api${prefix}${path === "/" ? "" : path}`;
			const segments = label.split("/").slice(2);
			const first = segments[0] ?? "";
			patterns.set(first, [...(patterns.get(first) ?? []), { method: method.toUpperCase(), segments, label }]);
		}
	};
	for (const collection of config.collections) add(`/${collection.slug}`, collection.endpoints);
	for (const global of config.globals) add(`/globals/${global.slug}`, global.endpoints);
	add("", config.endpoints);
	holder[key] = patterns;
	return config;
}

/** The pattern of the route that answers this, without ids: as many different ones as there are routes. */
export function routeOf(method: string, url: string): string {
	const [, first = "", ...rest] = (url.split("?")[0] ?? "").split("/");
	if (first !== "api") return pages.has(first) ? `/${first}` : otherRoute;
	const candidates = holder[key]?.get(rest[0] ?? "") ?? [];
	const asked = method === "HEAD" ? "GET" : method;
	return candidates.find((pattern) => pattern.method === asked && fits(pattern, rest))?.label ?? otherRoute;
}

function fits({ segments }: Pattern, asked: readonly string[]): boolean {
	const isOpen = segments.at(-1)?.endsWith("*") ?? false;
	if (isOpen ? asked.length < segments.length : asked.length !== segments.length) return false;
	return segments.every((segment, at) => segment.startsWith(":") || segment.endsWith("*") || segment === asked[at]);
}
