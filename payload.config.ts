import path from "node:path";
import { fileURLToPath } from "node:url";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { stripePlugin } from "@payloadcms/plugin-stripe";
import { lexicalEditor } from "@payloadcms/richtext-lexical";
import { buildConfig } from "payload";
import sharp from "sharp";
import { Companies } from "@/collections/commercial/Companies";
import { Contracts } from "@/collections/commercial/Contracts";
import { Entitlements } from "@/collections/commercial/Entitlements";
import { Invoices } from "@/collections/commercial/Invoices";
import { PaymentEvents } from "@/collections/commercial/PaymentEvents";
import { Plans } from "@/collections/commercial/Plans";
import { Subscriptions } from "@/collections/commercial/Subscriptions";
import { CheckIns } from "@/collections/delivery/CheckIns";
import { Onboardings } from "@/collections/delivery/Onboardings";
import { ProvisioningRuns } from "@/collections/delivery/ProvisioningRuns";
import { ProvisioningSteps } from "@/collections/delivery/ProvisioningSteps";
import { Risks } from "@/collections/support/Risks";
import { ApiClients } from "@/collections/system/ApiClients";
import { AuditEntries } from "@/collections/system/AuditEntries";
import { Media } from "@/collections/system/Media";
import { Messages } from "@/collections/system/Messages";
import { Settings } from "@/collections/system/Settings";
import { Users } from "@/collections/system/Users";
import { Casinos } from "@/collections/tenants/Casinos";
import { CasinoSettings } from "@/collections/tenants/CasinoSettings";
import { Staff } from "@/collections/tenants/Staff";
import { StaffInvites } from "@/collections/tenants/StaffInvites";
import { env } from "@/env";
import { slug } from "@/slugs";

const here = path.dirname(fileURLToPath(import.meta.url));
const settings = env();

export default buildConfig({
	serverURL: settings.SERVER_URL,
	secret: settings.PAYLOAD_SECRET,
	cors: [settings.SERVER_URL],
	csrf: [settings.SERVER_URL],
	defaultDepth: 1,
	maxDepth: 2,
	graphQL: { disable: true },
	telemetry: false,
	admin: {
		user: slug.users,
		importMap: { baseDir: here, importMapFile: path.resolve(here, "src/app/(payload)/admin/importMap.js") },
		dateFormat: "d MMM yyyy, HH:mm",
		meta: { titleSuffix: " · Keyturn" },
	},
	collections: [
		Companies,
		Contracts,
		Invoices,
		Subscriptions,
		Plans,
		Entitlements,
		PaymentEvents,
		Casinos,
		CasinoSettings,
		Staff,
		StaffInvites,
		Onboardings,
		ProvisioningRuns,
		ProvisioningSteps,
		CheckIns,
		Risks,
		Media,
		Users,
		ApiClients,
		Messages,
		AuditEntries,
	],
	globals: [Settings],
	editor: lexicalEditor(),
	sharp,
	typescript: { outputFile: path.resolve(here, "src/payload-types.ts") },
	db: postgresAdapter({
		idType: "uuid",
		push: false,
		migrationDir: path.resolve(here, "src/migrations"),
		pool: {
			connectionString: settings.DATABASE_URL,
			max: settings.DATABASE_POOL_MAX,
			connectionTimeoutMillis: 10_000,
			idleTimeoutMillis: 30_000,
			statement_timeout: 30_000,
			lock_timeout: 10_000,
			idle_in_transaction_session_timeout: 30_000,
			application_name: "keyturn",
		},
	}),
	plugins: [
		stripePlugin({
			stripeSecretKey: settings.STRIPE_SECRET_KEY ?? "",
			isTestKey: settings.STRIPE_SECRET_KEY?.startsWith("sk_test_") ?? true,
			// Our inbox takes the plugin's path; with no secret the plugin's own route would do nothing even if reached.
			stripeWebhooksEndpointSecret: "",
			rest: false,
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
	],
	upload: { limits: { fileSize: 25_000_000 } },
});
