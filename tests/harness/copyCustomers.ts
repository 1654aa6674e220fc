import { randomUUID } from "node:crypto";
import type { Client, Pool } from "pg";

/** The ids of one customer's records. */
export type CustomerIds = { company: string; casino: string; onboarding: string; orderForm: string; invoice: string };

export type CopiedCustomer = CustomerIds & { purchaserEmail: string; adminEmail: string };

/**
 * Makes many customers out of one, by SQL: hooks and audit of their creation are left out, which a test or a bench of
 * what follows does not need. Whatever is unique, and every address, is their own.
 */
export async function copyCustomers(input: {
	database: Pick<Client | Pool, "query">;
	original: CustomerIds;
	count: number;
}): Promise<CopiedCustomer[]> {
	const { database, original } = input;
	const copies = Array.from({ length: input.count }, () => {
		const key = randomUUID().slice(0, 13);
		const address = (name: string) => `${name}@${key}.example`;
		return {
			key,
			...{ company: randomUUID(), casino: randomUUID(), onboarding: randomUUID() },
			...{ orderForm: randomUUID(), invoice: randomUUID() },
			...{ purchaserEmail: address("buyer"), adminEmail: address("admin") },
		};
	});
	const copy = async (table: string, id: string, change: (to: (typeof copies)[number]) => object) => {
		await database.query(
			`INSERT INTO ${table} SELECT (jsonb_populate_record(original, change)).*
			 FROM ${table} AS original, unnest($2::jsonb[]) AS change WHERE original.id = $1::uuid`,
			[id, copies.map((to) => JSON.stringify(change(to)))],
		);
	};
	const owned = (to: CustomerIds) => ({ casino_id: to.casino, onboarding_id: to.onboarding });
	await copy("companies", original.company, (to) => ({
		...{ id: to.company, name: `Company ${to.key}`, billing_email: `billing@${to.key}.example` },
	}));
	await copy("casinos", original.casino, (to) => ({
		...{ id: to.casino, name: `Casino ${to.key}`, slug: `casino-${to.key}`, company_id: to.company },
	}));
	await copy("onboardings", original.onboarding, (to) => ({
		...{ id: to.onboarding, casino_id: to.casino, company_id: to.company, admin_contact_email: to.adminEmail },
	}));
	const contracts = await database.query<{ id: string }>("SELECT id FROM contracts WHERE onboarding_id = $1::uuid", [
		original.onboarding,
	]);
	for (const { id } of contracts.rows) {
		await copy("contracts", id, (to) => ({
			...{ id: id === original.orderForm ? to.orderForm : randomUUID(), ...owned(to) },
		}));
	}
	await copy("invoices", original.invoice, (to) => ({
		...{ id: to.invoice, ...owned(to), number: `INV-${to.key}`, purchaser_email: to.purchaserEmail },
	}));
	await copyPlans(database, original, copies);
	return copies.map(({ key: _key, ...ids }) => ids);
}

/** Phases and items, each with an id that its original and its new onboarding make together. */
async function copyPlans(
	database: Pick<Client | Pool, "query">,
	original: CustomerIds,
	copies: readonly CustomerIds[],
): Promise<void> {
	const idIn = (column: string) => `md5(original.${column}::text || (new ->> 'onboarding'))::uuid`;
	const copy = (table: string, changes: string, to: readonly CustomerIds[]) =>
		database.query(
			`INSERT INTO ${table} SELECT (jsonb_populate_record(original, jsonb_build_object(
				'id', ${idIn("id")}, 'casino_id', new ->> 'casino', 'onboarding_id', new ->> 'onboarding'${changes}))).*
			 FROM ${table} AS original, unnest($2::jsonb[]) AS new WHERE original.onboarding_id = $1::uuid`,
			[original.onboarding, to.map(({ casino, onboarding }) => JSON.stringify({ casino, onboarding }))],
		);
	// A plan has a hundred items: those of a thousand customers take longer than one statement may.
	for (let at = 0; at < copies.length; at += 100) {
		const some = copies.slice(at, at + 100);
		await copy("checklists", "", some);
		await copy("checklist_items", `, 'checklist_id', ${idIn("checklist_id")}`, some);
	}
}
