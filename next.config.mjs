import { withPayload } from "@payloadcms/next/withPayload";

/** Pages of ours load nothing from elsewhere; the admin panel needs inline styles and scripts of its own. */
const securityHeaders = [
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{ key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
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
	headers: async () => [
		{ source: "/:path*", headers: securityHeaders },
		// Their links are personal: where somebody goes next learns nothing of them.
		{ source: "/:page(invite|sign-in)/:rest*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
	],
};

export default withPayload(config, { devBundleServerPackages: false });
