import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { automationNames } from "@/domain/playbook/automations";
import { killStarted } from "../harness/startProcess";
import { killWorkerAt } from "./parts/killWorkerAt";
import { copyDatabases, openCustomers } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";

let seeded: Awaited<ReturnType<typeof openCustomers>>;

beforeAll(async () => {
	seeded = await openCustomers(1);
});
afterAll(killStarted);

/** Before a step begins what was before it is recorded; before it is recorded its effect is there. */
const places = [
	"payment_events settled",
	"provisioning_runs running",
	...automationNames.flatMap((step) => [`${step} running`, `${step} succeeded`]),
	"provisioning_runs succeeded",
];

describe("a worker killed", () => {
	test.each(places)(
		"before “%s” is written: another finishes and nothing happens twice",
		{ timeout: 1_200_000 },
		async (place) => {
			const [customer] = seeded.customers;
			if (!customer) throw new Error("There is no customer.");
			const { drop, ...addresses } = await copyDatabases(seeded.environment);
			try {
				const environment = { ...seeded.environment, ...addresses };
				await killWorkerAt({ place, environment, customer });
				expect(await readEffects(addresses, customer)).toEqual(onceEach);
			} finally {
				await drop();
			}
		},
	);
});
