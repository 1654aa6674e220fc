import type { Pool } from "pg";
import { copyCustomers } from "../../harness/copyCustomers";
import { createCustomerSetup } from "../../harness/factories";
import { startKeyturn } from "../../harness/startKeyturn";
import { type End, playOrders } from "./playOrders";

/** Plays so many orders on a database of their own, a customer for each. */
export async function playShuffled(count: number): Promise<End[]> {
	const keyturn = await startKeyturn();
	try {
		const { company, casino, onboarding, orderForm, invoice } = await createCustomerSetup(keyturn);
		const ids = { company: company.id, casino: casino.id, onboarding: onboarding.id };
		const original = { ...ids, orderForm: orderForm.id, invoice: invoice.id };
		const database = keyturn.payload.db.pool as unknown as Pool;
		return await playOrders(keyturn.payload, await copyCustomers({ database, original, count }));
	} finally {
		await keyturn.stop();
	}
}
