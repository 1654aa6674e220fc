import config from "@payload-config";
import { createLocalReq, getPayload } from "payload";
import type { Pool } from "pg";
import { ensurePlaybooks } from "../../scripts/seeding/ensurePlaybooks";
import { copyCustomers } from "../../tests/harness/copyCustomers";
import { createCustomerSetup } from "../../tests/harness/factories";
import type { Keyturn } from "../../tests/harness/startKeyturn";

// Writes the customers' ids as JSON: each is one payment away from provisioning.
const payload = await getPayload({ config });
await ensurePlaybooks(payload);
const keyturn = { payload, requestOf: () => createLocalReq({}, payload) } as unknown as Keyturn;
const { company, casino, onboarding, orderForm, invoice } = await createCustomerSetup(keyturn, {
	invoice: { amountDue: 120_000, currency: "usd" },
});
const customers = await copyCustomers({
	database: payload.db.pool as unknown as Pool,
	original: {
		...{ company: company.id, casino: casino.id, onboarding: onboarding.id },
		...{ orderForm: orderForm.id, invoice: invoice.id },
	},
	count: Number(process.argv[2] ?? 1),
});
process.stdout.write(`\n${JSON.stringify(customers)}`);
process.exit(0);
