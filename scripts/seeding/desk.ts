import { randomBytes } from "node:crypto";
import type { Payload } from "payload";
import { asSystem } from "@/access/authority";
import type { VendorRole } from "@/access/roles";
import { systemRequest } from "@/operations/inTransaction";
import type { User } from "@/payload-types";
import { slug } from "@/slugs";
import type { PlanKey } from "./shippedPlans";

/** What every sample story works with. */
export type Desk = {
	payload: Payload;
	/** Of every sample account. Nobody can know it unless it was given. */
	password: string;
	/** Names the authority of a call: spread it into its options. */
	system: ReturnType<typeof asSystem>;
	/** Ids of the plans. */
	plans: ReadonlyMap<string, string>;
	/** The vendor's colleagues by role. */
	people: ReadonlyMap<VendorRole, User>;
};

const vendorPeople: { role: Exclude<VendorRole, "admin">; name: string }[] = [
	{ role: "ops", name: "Noor Haddad" },
	{ role: "manager", name: "Tomasz Wiśniewski" },
	{ role: "finance", name: "Grace Okafor" },
	{ role: "compliance", name: "Inês Carvalho" },
	{ role: "auditor", name: "Henrik Sørensen" },
];

/** Opens the desk: one colleague for each vendor role beside the first administrator, and the shipped plans. */
export async function openDesk(payload: Payload, input: { password?: string | undefined }): Promise<Desk> {
	const req = await systemRequest(payload, "sample");
	const system = asSystem(req, "sample");
	const password = input.password || randomBytes(32).toString("base64url");
	const { docs: plans } = await payload.find({ collection: slug.plans, limit: 100, depth: 0, ...system });
	const ids = new Map(plans.map((plan) => [plan.key, plan.id]));
	for (const { role, name } of vendorPeople) {
		await ensureColleague({ payload, system, password, role, name });
	}
	const { docs: users } = await payload.find({
		collection: slug.users,
		where: { email: { in: vendorPeople.map(({ role }) => addressOf(role)) } },
		limit: vendorPeople.length,
		depth: 0,
		...system,
	});
	const people = new Map(users.flatMap((user) => (user.vendorRole ? [[user.vendorRole, user] as const] : [])));
	return { payload, password, system, plans: ids, people };
}

/** A colleague of the vendor's. */
export function colleague(desk: Desk, role: VendorRole): User {
	const person = desk.people.get(role);
	if (!person) throw new Error(`The sample's ${role} colleague is missing.`);
	return person;
}

/** The id of a shipped plan; none where the vendor has removed it. */
export const planOf = (desk: Desk, key: PlanKey): string | undefined => desk.plans.get(key);

const addressOf = (role: VendorRole) => `${role}@keyturn.example`;

async function ensureColleague(
	input: Pick<Desk, "payload" | "system" | "password"> & { role: VendorRole; name: string },
): Promise<void> {
	const { payload, system, password, role, name } = input;
	const email = addressOf(role);
	const { totalDocs } = await payload.count({ collection: slug.users, where: { email: { equals: email } }, ...system });
	if (totalDocs > 0) return;
	const accessEndsAt = role === "auditor" ? new Date(Date.now() + 60 * 86_400_000).toISOString() : undefined;
	await payload.create({
		collection: slug.users,
		data: { email, name, password, vendorRole: role, accessEndsAt },
		depth: 0,
		...system,
	});
}
