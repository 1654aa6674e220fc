import type { PayloadRequest } from "payload";
import { customerRoles } from "@/access/roles";
import type { EvidenceKind } from "@/domain/playbook/content";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import { tickItem } from "@/operations/items/tickItem";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import { letTimePass } from "./letTimePass";
import type { Opened } from "./openCustomer";

export type Work = {
	phases: readonly string[];
	/** Keys of items: nothing but these, and none of those. */
	only?: readonly string[];
	except?: readonly string[];
	/** What is chosen, entered and noted, by the item's key. */
	choices?: Readonly<Record<string, string>>;
	values?: Readonly<Record<string, string>>;
	notes?: Readonly<Record<string, string>>;
	/** Days that pass after each round of what could be done at once. */
	pace?: number;
};

type OpenItem = {
	id: string;
	key: string;
	isDecision: boolean;
	responsible: string;
	evidence: EvidenceKind;
	choices: string[];
	position: number;
};

/** What people can do now in these phases: not what ticks itself, not what waits for something else. */
const readySql = `
	SELECT i.id, i.key, i.kind = 'decision' AS "isDecision", i.responsible, i.evidence, i.position::int AS position,
		ARRAY(SELECT jsonb_array_elements_text(i.rule -> 'choices')) AS choices
	FROM checklist_items i
	WHERE i.onboarding_id = $1::uuid AND i.phase = ANY($2::text[]) AND i.key <> ALL($3::text[])
		AND ($4::text[] IS NULL OR i.key = ANY($4::text[])) AND i.status IN ('open', 'in_progress')
		AND i.automation IS NULL AND i.criterion IS NULL AND i.key <> 'acceptance'
		AND NOT EXISTS (SELECT 1 FROM checklist_items b WHERE b.onboarding_id = i.onboarding_id AND b.status IN ('open', 'in_progress')
			AND i.rule -> 'after' ? b.key)
	ORDER BY i.position`;

/**
 * Does what can be done in some phases of a customer's onboarding, each item by whoever answers for it, with its proof.
 * What can be done at once is one transaction.
 */
export async function workThrough(desk: Desk, customer: Opened, work: Work): Promise<void> {
	const sql = await sqlOf({ payload: desk.payload });
	const { phases, except = [], only = null, pace = 0 } = work;
	for (;;) {
		const doable = await sql<OpenItem>(readySql, [customer.onboarding.id, phases, except, only]);
		if (doable.length === 0) return;
		// What is decided may change what else belongs to the onboarding.
		const decisions = doable.filter(({ isDecision }) => isDecision);
		const ready = decisions.length > 0 ? decisions : doable;
		const files = new Map<string, string>();
		for (const { id, key, evidence } of ready) {
			if (evidence === "file") files.set(id, await attachCopy(desk, customer, key));
		}
		const people = await findPeople(desk, customer, ready);
		const round = await systemRequest(desk.payload, "sample");
		await inTransaction(round, async () => {
			for (const item of ready) {
				const req = people.get(whoseTurn(customer, item)) as PayloadRequest;
				await doItem(Object.assign(req, { transactionID: round.transactionID }), customer, item, work, files);
			}
		});
		if (pace > 0) await letTimePass(desk.payload, customer.casino.id, pace);
	}
}

/** Of two colleagues in a role, each has about half of the work. */
const turnOf = ({ facts }: Opened, { position }: OpenItem) => (position + facts.domain.length) % 2;
const whoseTurn = (customer: Opened, item: OpenItem) => `${item.responsible} ${turnOf(customer, item)}`;

async function findPeople(desk: Desk, customer: Opened, items: readonly OpenItem[]) {
	const people = new Map<string, PayloadRequest>();
	for (const item of items) {
		const who = whoseTurn(customer, item);
		if (!people.has(who)) people.set(who, await actAs(desk, customer, item.responsible, turnOf(customer, item)));
	}
	return people;
}

async function doItem(
	req: PayloadRequest,
	{ facts }: Opened,
	item: OpenItem,
	{ choices = {}, values = {}, notes = {} }: Work,
	files: ReadonlyMap<string, string>,
): Promise<void> {
	const { key, evidence } = item;
	const isCustomers = customerRoles.some((role) => role === item.responsible);
	const signer = (req.user as User).name;
	await tickItem({
		req,
		itemId: item.id,
		proof: {
			choice: choices[key] ?? item.choices[0] ?? null,
			value: evidence === "value" ? (values[key] ?? "As agreed with the operations lead") : null,
			link: evidence === "link" ? `https://files.keyturn.example/${facts.domain}/${key}` : null,
			file: files.get(item.id) ?? null,
			signedName: evidence === "signature" ? signer : null,
		},
		minutes: isCustomers ? null : minutesOf(key),
		note: notes[key] ?? null,
	});
}

const usualMinutes = [5, 10, 15, 20, 25, 30, 45, 60, 90] as const;

/** How long an item takes, the same for every customer: from five minutes to an hour and a half. */
function minutesOf(key: string): number {
	const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
	return usualMinutes[sum % usualMinutes.length] ?? 20;
}

async function attachCopy({ payload, system }: Desk, { casino, facts }: Opened, key: string): Promise<string> {
	const data = Buffer.from(`A sample of what was handed over as ${key.replaceAll("_", " ")}, for ${facts.casino}.\n`);
	const { id } = await payload.create({
		collection: slug.media,
		data: { casino: casino.id, alt: `Sample: ${key.replaceAll("_", " ")}` } as never,
		file: { data, mimetype: "text/plain", name: `${facts.domain}-${key}.txt`, size: data.length },
		depth: 0,
		...system,
	});
	return id;
}
