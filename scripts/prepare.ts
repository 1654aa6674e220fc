import { env } from "@/env";
import { migrate } from "./migrate";
import { seed } from "./seed";
import { markSamplesLoaded } from "./serving/findPending";

// A process of its own: the application is loaded to migrate and seed, and must not stay in the starter's memory.
const samples = process.argv.includes("--samples");
await migrate();
await seed({ samples, samplePassword: process.env.KEYTURN_SAMPLE_PASSWORD });
if (samples) await markSamplesLoaded(env().MIGRATION_DATABASE_URL);
process.exit(0);
