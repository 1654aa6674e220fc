import path from "node:path";
import { fileURLToPath } from "node:url";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { stripePlugin } from "@payloadcms/plugin-stripe";
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import { buildConfig, defaultLoggerOptions } from "payload";
import sharp from "sharp";
import { lockDownPayload } from "@/access/lockDownPayload";
import { openSealed } from "@/audit/personKeys";
import { Approvals } from "@/collections/commercial/Approvals";
import { Companies } from "@/collections/commercial/Companies";
import { Contracts } from "@/collections/commercial/Contracts";
import { Entitlements } from "@/collections/commercial/Entitlements";
import { Invoices } from "@/collections/commercial/Invoices";
import { PaymentEvents } from "@/collections/commercial/PaymentEvents";
import { Payments } from "@/collections/commercial/Payments";
import { Plans } from "@/collections/commercial/Plans";
import { Subscriptions } from "@/collections/commercial/Subscriptions";
import { Acceptances } from "@/collections/delivery/Acceptances";
import { AdoptionReports } from "@/collections/delivery/AdoptionReports";
import { CheckIns } from "@/collections/delivery/CheckIns";
import { ChecklistItems } from "@/collections/delivery/ChecklistItems";
import { Checklists } from "@/collections/delivery/Checklists";
import { Decisions } from "@/collections/delivery/Decisions";
import { Onboardings } from "@/collections/delivery/Onboardings";
import { Opinions } from "@/collections/delivery/Opinions";
import { PilotIssues } from "@/collections/delivery/PilotIssues";
import { Playbooks } from "@/collections/delivery/Playbooks";
import { PlaybookVersions } from "@/collections/delivery/PlaybookVersions";
import { ProvisioningRuns } from "@/collections/delivery/ProvisioningRuns";
import { ProvisioningSteps } from "@/collections/delivery/ProvisioningSteps";
import { SpotChecks } from "@/collections/delivery/SpotChecks";
import { TrainingSessions } from "@/collections/delivery/TrainingSessions";
import { Waits } from "@/collections/delivery/Waits";
import { storeDays } from "@/collections/fields/storeDays";
import { Risks } from "@/collections/support/Risks";
import { ApiClients } from "@/collections/system/ApiClients";
import { AuditEntries } from "@/collections/system/AuditEntries";
import { Media } from "@/collections/system/Media";
import { Messages } from "@/collections/system/Messages";
import { Settings } from "@/collections/system/Settings";
import { Users } from "@/collections/system/Users";
import { CasinoSettings } from "@/collections/tenants/CasinoSettings";
import { Casinos } from "@/collections/tenants/Casinos";
import { FloorAreas } from "@/collections/tenants/FloorAreas";
import { GamingTables } from "@/collections/tenants/GamingTables";
import { Staff } from "@/collections/tenants/Staff";
import { StaffInvites } from "@/collections/tenants/StaffInvites";
import { collectionEndpoints, rootEndpoints } from "@/endpoints";
import { limitRequests } from "@/endpoints/limitRequests";
import { answerFlatLists } from "@/endpoints/lists/answerFlatLists";
import { env } from "@/env";
import { logOptions } from "@/errors/logOptions";
import { tellBadInput } from "@/hooks/access/tellBadInput";
import { tellCode } from "@/hooks/access/tellCode";
import { auditCollection } from "@/hooks/audit/auditCollection";
import { auditGlobal } from "@/hooks/audit/auditGlobal";
import { recordDenial } from "@/hooks/audit/recordDenial";
import { restrictStripePlugin } from "@/hooks/companies/restrictStripePlugin";
import { createMailPort } from "@/integrations/mail/createMailPort";
import { createMailTransport } from "@/integrations/mail/createMailTransport";
import { refusePayloadMail } from "@/integrations/mail/refusePayloadMail";
import { createReferenceProduct } from "@/integrations/product/createReferenceProduct";
import { createStripePayments } from "@/integrations/stripe/createStripePayments";
import { createStripeWebhookVerifier } from "@/integrations/stripe/createStripeWebhookVerifier";
import { protectFiles } from "@/operations/media/protectFiles";
import { rememberRoutes } from "@/operations/metrics/routePatterns";
import { keepAccountsWhole } from "@/operations/users/keepAccountsWhole";
import type { VendorPorts } from "@/provisioning/ports";
import { daysAsText } from "@/queue/daysAsText";
import { sqlOf } from "@/queue/sqlOf";
import { type Slug, slug } from "@/slugs";

const here = path.dirname(fileURLToPath(import.meta.url));
const settings = env();

/** The vendors' adapters, built once and handed to operations through the configuration. */
const ports: VendorPorts = {
	product: createReferenceProduct({
		connectionString: settings.PRODUCT_DATABASE_URL,
		maxConnections: settings.PRODUCT_POOL_MAX,
	}),
	payments: settings.STRIPE_SECRET_KEY
		? createStripePayments({ secretKey: settings.STRIPE_SECRET_KEY, apiBase: settings.STRIPE_API_BASE })
		: null,
	stripeWebhooks: createStripeWebhookVerifier({ secrets: settings.STRIPE_WEBHOOK_SECRET }),
	mail: createMailPort(
		settings.SMTP_URL ? createMailTransport({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM }) : null,
	),
};

/** Over TLS the session never travels without it; a start on this machine alone has none. */
const sessionCookies = { sameSite: "Lax", secure: settings.SERVER_URL.startsWith("https://") } as const;

export default buildConfig({
	serverURL: settings.SERVER_URL,
	secret: settings.PAYLOAD_SECRET,
	cors: [settings.SERVER_URL],
	logger: { options: logOptions, destination: defaultLoggerOptions },
	// A wrong password, a full counter or a missing record is an answer, not a fault of ours.
	loggingLevels: {
		AuthenticationError: "info",
		LockedAuth: "info",
		NotFound: "info",
		Forbidden: "info",
	},
	csrf: [settings.SERVER_URL],
	defaultDepth: 1,
	maxDepth: 2,
	graphQL: { disable: true },
	custom: { ports },
	telemetry: false,
	admin: {
		user: slug.users,
		importMap: { baseDir: here, importMapFile: path.resolve(here, "src/app/(payload)/admin/importMap.js") },
		dateFormat: "d MMM yyyy, HH:mm",
		// The standard avatar is fetched from a service outside, by a hash of the person's address.
		avatar: "default",
		meta: { titleSuffix: " · Keyturn", icons: [{ rel: "icon", type: "image/svg+xml", url: "/icon.svg" }] },
		components: {
			graphics: { Icon: "@/admin/identity/Icon#Icon", Logo: "@/admin/identity/Logo#Logo" },
			providers: [
				"@/admin/parts/NamedParts#NamedParts",
				"@/admin/conflict/EditConflicts#EditConflicts",
				"@/admin/parts/AskPassword#AskPassword",
			],
			beforeNavLinks: ["@/admin/nav/WorkLinks#WorkLinks"],
			views: {
				dashboard: { Component: "@/admin/dashboard/Dashboard#Dashboard" },
				portfolio: {
					Component: "@/admin/portfolio/PortfolioView#PortfolioView",
					path: "/portfolio",
					meta: { title: "Portfolio" },
				},
				myWork: {
					Component: "@/admin/my-work/MyWorkView#MyWorkView",
					path: "/my-work",
					meta: { title: "My work" },
				},
				reports: {
					Component: "@/admin/reports/ReportsView#ReportsView",
					path: "/reports",
					meta: { title: "Reports" },
				},
				heldPayments: {
					Component: "@/admin/held-payments/HeldPayments#HeldPayments",
					path: "/held-payments",
					meta: { title: "Held payments" },
				},
			},
		},
	},
	collections: [
		Companies,
		Contracts,
		Invoices,
		Approvals,
		Subscriptions,
		Plans,
		Entitlements,
		Payments,
		PaymentEvents,
		Casinos,
		CasinoSettings,
		FloorAreas,
		GamingTables,
		Staff,
		StaffInvites,
		Onboardings,
		Checklists,
		ChecklistItems,
		Opinions,
		Decisions,
		Waits,
		TrainingSessions,
		PilotIssues,
		SpotChecks,
		AdoptionReports,
		CheckIns,
		Acceptances,
		ProvisioningRuns,
		ProvisioningSteps,
		Playbooks,
		PlaybookVersions,
		Risks,
		Media,
		{ ...Users, auth: { ...(Users.auth as object), cookies: sessionCookies } },
		ApiClients,
		Messages,
		AuditEntries,
	].map((collection) => auditCollection({ ...collection, endpoints: collectionEndpoints[collection.slug as Slug] })),
	endpoints: rootEndpoints,
	globals: [auditGlobal(Settings)],
	hooks: { afterError: [recordDenial, tellBadInput, tellCode] },
	// Lists would show `<No Casino>` and `true`.
	i18n: { translations: { en: { general: { noLabel: "—", true: "Yes", false: "No" } } } },
	email: refusePayloadMail(settings.MAIL_FROM),
	editor: lexicalEditor(),
	sharp,
	typescript: { outputFile: path.resolve(here, "src/payload-types.ts"), autoGenerate: false },
	db: postgresAdapter({
		idType: "uuid",
		push: false,
		migrationDir: path.resolve(here, "src/migrations"),
		afterSchemaInit: [storeDays],
		pool: {
			types: daysAsText,
			connectionString: settings.DATABASE_URL,
			max: settings.DATABASE_POOL_MAX,
			connectionTimeoutMillis: 10_000,
			idleTimeoutMillis: 30_000,
			statement_timeout: 30_000,
			lock_timeout: 10_000,
			idle_in_transaction_session_timeout: 30_000,
			application_name: "keyturn",
			// While it is lent to a transaction nobody listens to a connection: one that breaks then would end the process.
			onConnect: (client) => void client.on("error", () => {}),
		},
	}),
	onInit: async (payload) => {
		await openSealed(await sqlOf({ payload }));
		keepAccountsWhole(payload);
		await protectFiles(payload);
		// Nobody listens to an idle connection either: one that breaks (a database restart) would end the process.
		payload.db.pool.on("error", ({ message }) => {
			payload.logger.warn({ msg: "A database connection broke; the next query opens another.", reason: message });
		});
	},
	plugins: [
		restrictStripePlugin(
			stripePlugin({
				stripeSecretKey: settings.STRIPE_SECRET_KEY ?? "",
				isTestKey: settings.STRIPE_SECRET_KEY?.startsWith("sk_test_") ?? true,
				// Our inbox takes the plugin's path; with no secret the plugin's own route would do nothing even if reached.
				stripeWebhooksEndpointSecret: "",
				sync: [
					{
						collection: slug.companies,
						stripeResourceType: "customers",
						stripeResourceTypeSingular: "customer",
						fields: [
							{ fieldPath: "name", stripeProperty: "name" },
							{ fieldPath: "billingEmail", stripeProperty: "email" },
						],
					},
				],
			}),
		),
	],
	upload: { limits: { fileSize: 25_000_000 } },
})
	.then(lockDownPayload)
	.then(answerFlatLists)
	.then(limitRequests)
	.then(rememberRoutes);
