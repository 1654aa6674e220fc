import type { PayloadRequest } from "payload";
import { inTransaction } from "@/operations/inTransaction";
import { reopenItem } from "@/operations/items/reopenItem";
import { snoozeItem } from "@/operations/items/snoozeItem";
import { startItem } from "@/operations/items/startItem";
import type { Wait } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import type { Opened } from "./openCustomer";

const day = 86_400_000;
export const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

type Item = { id: string; responsible: string; evidence: string };

/** A customer's item. */
export async function itemOf({ payload }: Desk, { onboarding, facts }: Opened, key: string): Promise<Item> {
	const sql = await sqlOf({ payload });
	const [item] = await sql<Item>(
		"SELECT id, responsible, evidence::text FROM checklist_items WHERE onboarding_id = $1::uuid AND key = $2",
		[onboarding.id, key],
	);
	if (!item) throw new Error(`${facts.casino} has no item ${key}.`);
	return item;
}

async function handle(
	desk: Desk,
	customer: Opened,
	key: string,
	work: (input: { req: PayloadRequest; itemId: string }) => Promise<unknown>,
): Promise<void> {
	const { id: itemId, responsible, evidence } = await itemOf(desk, customer, key);
	// What is signed is nobody else's to handle.
	const req = await actAs(desk, customer, evidence === "signature" ? responsible : "ops", key.length);
	await inTransaction(req, () => work({ req, itemId }));
}

/** Somebody of operations is at work on these, and they are theirs. */
export async function start(desk: Desk, customer: Opened, ...keys: string[]): Promise<void> {
	for (const key of keys) await handle(desk, customer, key, startItem);
}

/** Puts an item off, by days from now. */
export function snooze(desk: Desk, customer: Opened, key: string, inDays: number, reason: string): Promise<void> {
	return handle(desk, customer, key, (input) => snoozeItem({ ...input, until: daysAgo(-inDays), reason }));
}

export function reopen(desk: Desk, customer: Opened, key: string, reason: string): Promise<void> {
	return handle(desk, customer, key, (input) => reopenItem({ ...input, reason }));
}

/** The customer, or somebody else, was or is waited for. Without an end it lasts. */
export async function keepWaiting(
	{ payload, system }: Desk,
	{ casino, onboarding }: Opened,
	wait: Pick<Wait, "on" | "whom" | "what"> & { sinceDays: number; untilDays?: number },
): Promise<void> {
	const { sinceDays, untilDays, ...said } = wait;
	const times = { since: daysAgo(sinceDays), ...(untilDays === undefined ? {} : { until: daysAgo(untilDays) }) };
	await payload.create({
		collection: slug.waits,
		data: { casino: casino.id, onboarding: onboarding.id, ...said, ...times },
		depth: 0,
		...system,
	});
}
