import type { PayloadRequest } from "payload";
import { findInvoiceStanding, type InvoiceStandingFacts } from "@/domain/invoiceStanding";
import { NotFound } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { readGateInput } from "../gate/readGateInput";
import type { Casino360, Person } from "./casino360Facts";
import { auditSql, factsSql, peopleSql } from "./casino360Sql";
import { findMilestones } from "./findMilestones";
import { requireVendor } from "./requireVendor";

type Facts = Omit<Casino360, "people" | "audit" | "invoices" | "milestones"> & {
	invoices: (Omit<Casino360["invoices"][number], "standing"> & InvoiceStandingFacts)[];
};

type PersonRow = {
	source: "account" | "staff" | "invite";
	id: string;
	email: string;
	name: string | null;
	at: Date | null;
	status: string | null;
	roles: string[];
};

/**
 * The full view of one customer (address, contacts, payment, schedule, expiry, contract age and expiry, product
 * and its age, request history), as far as records exist. Four statements, whatever there is.
 *
 * @throws SignInRequired, Forbidden for everybody but the vendor's people; NotFound
 */
export async function readCasino360({ req, casinoId }: { req: PayloadRequest; casinoId: string }): Promise<Casino360> {
	requireVendor(req);
	const sql = await sqlOf(req);
	const [[facts], people, audit] = await Promise.all([
		sql<Facts>(factsSql, [casinoId]),
		sql<PersonRow>(peopleSql, [casinoId]),
		sql<Casino360["audit"][number] & { at: Date }>(auditSql, [casinoId]),
	]);
	if (!facts) throw new NotFound("casino");
	const at = new Date();
	const now = at.toISOString();
	const { onboarding } = facts;
	const gateInput = onboarding && (await readGateInput({ req, onboardingId: onboarding.id, now: at }));
	const invoices = facts.invoices.map((invoice) => ({ ...invoice, standing: findInvoiceStanding(invoice) }));
	const milestones = findMilestones({ facts, gateInput, now });
	return { ...facts, milestones, invoices, people: joinPeople(people), audit };
}

/** One person for each address, whichever records they stand in. */
function joinPeople(rows: readonly PersonRow[]): Person[] {
	const people = new Map<string, Person>();
	for (const row of rows) {
		const key = row.email.toLowerCase();
		const known = people.get(key) ?? {
			email: row.email,
			name: null,
			roles: [],
			account: null,
			staff: null,
			invite: null,
		};
		people.set(key, {
			...known,
			name: known.name ?? row.name,
			roles: [...new Set([...known.roles, ...row.roles])],
			...placeOf(row),
		});
	}
	return [...people.values()];
}

function placeOf({ source, id, at, status }: PersonRow): Partial<Person> {
	switch (source) {
		case "account":
			return { account: { id, lastSignInAt: at?.toISOString() ?? null } };
		case "staff":
			return { staff: { id, status: status ?? "" } };
		case "invite":
			return { invite: { id, status: status ?? "", expiresAt: at?.toISOString() ?? "" } };
	}
}
