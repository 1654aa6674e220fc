import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { Client } from "pg";
import { inject } from "vitest";
import { type CopiedCustomer, copyCustomers } from "../../harness/copyCustomers";
import { createCustomerSetup } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { testEnvironment } from "../../harness/testEnvironment";
import { onServer } from "../../harness/testServer";

/** What a process needs to work on a pair of databases. */
export type Addresses = { DATABASE_URL: string; PRODUCT_DATABASE_URL: string };

export const grants = ["tables", "seats", "reports"];

/**
 * Customers who are one payment away from provisioning, on databases of their own, nobody connected to them.
 * @param also makes what else a test needs
 * @returns the settings of processes that work there
 */
export async function openCustomers(
	count: number,
	databases: { databaseUrl?: string; productDatabaseUrl?: string } = {},
	also: (keyturn: Keyturn) => Promise<unknown> = async () => {},
): Promise<{ environment: Record<string, string> & Addresses; customers: CopiedCustomer[] }> {
	const keyturn = await startKeyturn(databases);
	try {
		const plan = await keyturn.payload.create({
			collection: "plans",
			data: { name: "Floor", key: "floor", grants: grants.map((feature) => ({ feature })) },
			overrideAccess: true,
		});
		const setup = await createCustomerSetup(keyturn, { orderForm: { plan: plan.id } });
		const { company, casino, onboarding, orderForm, invoice } = setup;
		const original = {
			...{ company: company.id, casino: casino.id, onboarding: onboarding.id },
			...{ orderForm: orderForm.id, invoice: invoice.id },
		};
		const pool = keyturn.payload.db.pool as unknown as Pool;
		const customers = await copyCustomers({ database: pool, original, count });
		await also(keyturn);
		const { databaseUrl, productDatabaseUrl } = keyturn;
		return {
			environment: { ...testEnvironment, DATABASE_URL: databaseUrl, PRODUCT_DATABASE_URL: productDatabaseUrl },
			customers,
		};
	} finally {
		await keyturn.stop();
	}
}

/** A copy of both databases, to which nobody may be connected; `drop` removes it, whoever is connected then. */
export async function copyDatabases(from: Addresses): Promise<Addresses & { drop(): Promise<void> }> {
	const { adminUrl } = inject("testServer");
	const name = `fault_${randomUUID().slice(0, 8)}`;
	const copies = { DATABASE_URL: name, PRODUCT_DATABASE_URL: `${name}_product` };
	const nameOf = (url: string) => new URL(url).pathname.slice(1);
	const at = (database: string) => {
		const url = new URL(adminUrl);
		url.pathname = `/${database}`;
		return url.href;
	};
	await onServer(adminUrl, async (client) => {
		for (const key of ["DATABASE_URL", "PRODUCT_DATABASE_URL"] as const) {
			await client.query(`CREATE DATABASE ${copies[key]} TEMPLATE ${nameOf(from[key])} STRATEGY FILE_COPY`);
		}
	});
	return {
		DATABASE_URL: at(copies.DATABASE_URL),
		PRODUCT_DATABASE_URL: at(copies.PRODUCT_DATABASE_URL),
		drop: () =>
			onServer(adminUrl, async (client) => {
				for (const each of Object.values(copies)) await client.query(`DROP DATABASE ${each} WITH (FORCE)`);
			}),
	};
}

/** Runs work with one connection to a database. */
export async function withDatabase<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
	const client = new Client({ connectionString: url, application_name: "fault test" });
	client.on("error", () => {});
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end().catch(() => {});
	}
}
