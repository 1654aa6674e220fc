import { afterAll, expect, test } from "vitest";
import { killStarted } from "../harness/startProcess";
import { killWorkerAt } from "./parts/killWorkerAt";
import { openCustomers } from "./parts/openCustomers";
import { onceEach, readEffects } from "./parts/readEffects";

afterAll(killStarted);

test("a worker killed between a step's effect and its record: another finishes and nothing happens twice", async () => {
	const { environment, customers } = await openCustomers(1);
	const [customer] = customers;
	if (!customer) throw new Error("There is no customer.");
	await killWorkerAt({ place: "bootstrap_product succeeded", environment, customer });
	expect(await readEffects(environment, customer)).toEqual(onceEach);
});
