import { withPayload } from "@payloadcms/next/withPayload";

/** On every answer. The content security policy of a page is written for each request (`src/proxy.ts`). */
const securityHeaders = [
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{ key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

/** Nothing under `/api` is a page, and nothing of it is for anybody's cache but the reader's own memory. */
const apiHeaders = [
	{
		key: "Content-Security-Policy",
		value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	},
	{ key: "Cache-Control", value: "private, no-store" },
];

/** @type {import("next").NextConfig} */
const config = {
	poweredByHeader: false,
	reactStrictMode: true,
	// `forbidden()`: a page that is not for its reader answers 403 in words.
	experimental: { authInterrupts: true },
	// Types are checked by `npm run typecheck`, over everything; a start must not fail over a test's types.
	typescript: { ignoreBuildErrors: true },
	serverExternalPackages: [
		// One copy in the process. Bundled, each entry of the server would hold its own, and an error thrown by one would not
		// be known by another: a failed sign-in would go unrecorded, a missing record end as a fault.
		"payload",
		"@payloadcms/db-postgres",
		"@payloadcms/drizzle",
		"@payloadcms/graphql",
		"pg",
		"pg-boss",
		"pino",
		"prom-client",
		"pino-pretty",
		"sharp",
		"nodemailer",
	],
	rewrites: async () => [{ source: "/.well-known/security.txt", destination: "/api/security.txt" }],
	headers: async () => [
		{ source: "/:path*", headers: securityHeaders },
		{ source: "/api/:path*", headers: apiHeaders },
		// Their links are personal: where somebody goes next learns nothing of them.
		{
			source: "/:page(invite|sign-in|new-password)/:rest*",
			headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
		},
	],
};

export default withPayload(config, { devBundleServerPackages: false });
