import { postgresAdapter } from "@payloadcms/db-postgres";
import { buildConfig } from "payload";
import { Companies } from "@/collections/commercial/Companies";
import { Invoices } from "@/collections/commercial/Invoices";
import { Onboardings } from "@/collections/delivery/Onboardings";
import { Playbooks } from "@/collections/delivery/Playbooks";
import { Users } from "@/collections/system/Users";
import { Casinos } from "@/collections/tenants/Casinos";
import { FloorAreas } from "@/collections/tenants/FloorAreas";
import { plainCollection } from "./plainCollection";

// Payload as it comes, with our fields: what the list of invoices is compared with.
const { DATABASE_URL, PAYLOAD_SECRET, SERVER_URL, NODE_ENV } = process.env;

export default buildConfig({
	serverURL: SERVER_URL ?? "http://localhost:3000",
	secret: PAYLOAD_SECRET ?? "",
	graphQL: { disable: true },
	telemetry: false,
	collections: [Companies, Invoices, Onboardings, Playbooks, Casinos, FloorAreas, Users].map(plainCollection),
	db: postgresAdapter({
		idType: "uuid",
		// Its tables are made by Payload itself, with whatever indexes it makes.
		push: NODE_ENV === "development",
		pool: { connectionString: DATABASE_URL, max: 20 },
	}),
	typescript: { autoGenerate: false },
});
