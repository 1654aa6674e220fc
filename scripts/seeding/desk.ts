import { randomBytes } from "node:crypto";
import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import type { VendorRole } from "@/access/roles";
import { inTransaction, systemRequest } from "@/operations/inTransaction";
import type { User } from "@/payload-types";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { type SamplePlanKey, samplePlans } from "./samplePlans";
import type { PlanKey } from "./shippedPlans";

/** What every sample story works with. */
export type Desk = {
	payload: Payload;
	/** Of every sample account. Nobody can know it unless it was given. */
	password: string;
	/** Names the authority of a call: spread it into its options. */
	system: ReturnType<typeof asSystem>;
	/** Ids of the plans, and of the playbooks, by key. */
	plans: ReadonlyMap<string, string>;
	playbooks: ReadonlyMap<string, string>;
	/** The vendor's colleagues by role. */
	people: ReadonlyMap<VendorRole, readonly User[]>;
};

const vendorPeople: { role: Exclude<VendorRole, "admin">; name: string; local: string }[] = [
	{ role: "ops", name: "Noor Haddad", local: "ops" },
	{ role: "ops", name: "Ravi Menon", local: "ravi.menon" },
	{ role: "manager", name: "Tomasz Wiśniewski", local: "manager" },
	{ role: "manager", name: "Agnes Lindqvist", local: "agnes.lindqvist" },
	{ role: "finance", name: "Grace Okafor", local: "finance" },
	{ role: "compliance", name: "Inês Carvalho", local: "compliance" },
	{ role: "auditor", name: "Henrik Sørensen", local: "auditor" },
];

/** Opens the desk: the vendor's people beside the first administrator, and what they sell and work by. */
export async function openDesk(payload: Payload, input: { password?: string | undefined }): Promise<Desk> {
	const req = await systemRequest(payload, "sample");
	const system = asSystem(req, "sample");
	const password = input.password || randomBytes(32).toString("base64url");
	const idsOf = async (collection: "plans" | "playbooks") => {
		const { docs } = await payload.find({ collection, limit: 100, depth: 0, select: { key: true }, ...system });
		return new Map(docs.map(({ key, id }) => [key, id]));
	};
	await ensurePlans({ payload, system });
	for (const person of vendorPeople) await ensureColleague({ payload, system, password, ...person });
	const { docs: users } = await payload.find({
		collection: slug.users,
		where: { email: { in: vendorPeople.map(addressOf) } },
		limit: vendorPeople.length,
		depth: 0,
		...system,
	});
	await backdate(payload, users);
	const inOrder = vendorPeople.flatMap((person) => users.filter(({ email }) => email === addressOf(person)));
	const people = Map.groupBy(inOrder, ({ vendorRole }) => vendorRole as VendorRole);
	return { payload, password, system, plans: await idsOf("plans"), playbooks: await idsOf("playbooks"), people };
}

/** They have worked for the vendor since before the oldest customer came. */
async function backdate(payload: Payload, users: readonly User[]): Promise<void> {
	const sql = await sqlOf({ payload });
	await sql(
		"UPDATE users SET created_at = created_at - interval '2 years' WHERE id = ANY ($1::uuid[]) AND created_at > now() - interval '1 year'",
		[users.map(({ id }) => id)],
	);
}

/** The same desk with a request of its own: two that work at once must not share a transaction. */
export async function ownDesk(desk: Desk): Promise<Desk> {
	return { ...desk, system: asSystem(await systemRequest(desk.payload, "sample"), "sample") };
}

/** A colleague of the vendor's: of several in a role the one whose turn it is, 0 being the first. */
export function colleague(desk: Desk, role: VendorRole, turn = 0): User {
	const people = desk.people.get(role) ?? [];
	const person = people[turn % people.length];
	if (!person) throw new Error(`The sample's ${role} colleague is missing.`);
	return person;
}

/** The id of a plan; none where the vendor has removed it. */
export const planOf = (desk: Desk, key: PlanKey | SamplePlanKey): string | undefined => desk.plans.get(key);

/** Works in one transaction, as the system. */
export async function together<Result>(
	{ payload }: Desk,
	work: (system: ReturnType<typeof asSystem>) => Promise<Result>,
): Promise<Result> {
	const req = await systemRequest(payload, "sample");
	return inTransaction(req, () => work(asSystem(req, "sample")));
}

const addressOf = ({ local }: { local: string }) => `${local}@keyturn.example`;

async function ensurePlans({ payload, system }: Pick<Desk, "payload" | "system">): Promise<void> {
	for (const plan of samplePlans) {
		const where = { key: { equals: plan.key } };
		const { totalDocs } = await payload.count({ collection: slug.plans, where, ...system });
		if (totalDocs > 0) continue;
		await payload.create({ collection: slug.plans, data: { ...plan, isActive: true }, depth: 0, ...system });
	}
}

async function ensureColleague(
	input: Pick<Desk, "payload" | "system" | "password"> & { role: VendorRole; name: string; local: string },
): Promise<void> {
	const { payload, system, password, role, name } = input;
	const email = addressOf(input);
	const { totalDocs } = await payload.count({ collection: slug.users, where: { email: { equals: email } }, ...system });
	if (totalDocs > 0) return;
	const accessEndsAt = role === "auditor" ? new Date(Date.now() + 60 * 86_400_000).toISOString() : undefined;
	await payload.create({
		collection: slug.users,
		data: { email, name, password, vendorRole: role, accessEndsAt, addressProvedAt: new Date().toISOString() },
		depth: 0,
		...system,
	});
}
