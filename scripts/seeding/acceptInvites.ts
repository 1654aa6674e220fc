import { createLocalReq } from "payload";
import type { CustomerRole } from "@/access/roles";
import { inTransaction } from "@/operations/inTransaction";
import { acceptInvite } from "@/operations/invites/acceptInvite";
import { mintLink } from "@/operations/invites/mintLink";
import { revokeInvite } from "@/operations/invites/revokeInvite";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { actAs } from "./actAs";
import type { Desk } from "./desk";
import { addressAt, type Opened } from "./openCustomer";
import type { SamplePerson } from "./sampleCustomers";

/** Everybody of a live customer accepts: the administrator the invitation of the run, colleagues one made for them. */
export async function acceptInvites(desk: Desk, customer: Opened): Promise<void> {
	const { facts } = customer;
	await accept(desk, customer, facts.admin);
	for (const colleague of facts.colleagues ?? []) {
		await invite(desk, customer, colleague);
		await accept(desk, customer, colleague);
	}
}

/** Invites one of the casino's people. */
export async function invite(
	{ payload, system }: Desk,
	{ facts, casino }: Opened,
	person: SamplePerson & { role: CustomerRole },
): Promise<void> {
	const { name, role } = person;
	const data = { casino: casino.id, email: addressAt(facts, person), name, role };
	// The hook completes it: status and expiry are the system's to say.
	await payload.create({ collection: slug.staffInvites, data: data as never, depth: 0, ...system });
}

/** The way through the link, as from the mail. */
async function accept(desk: Desk, customer: Opened, person: SamplePerson): Promise<void> {
	const { payload, password } = desk;
	const inviteId = await findPending(desk, customer, person);
	const minting = await createLocalReq({ context: { why: "sample" } }, payload);
	const { url } = await inTransaction(minting, () => mintLink({ req: minting, inviteId, isMailed: true }));
	const accepting = await createLocalReq({}, payload);
	await acceptInvite({ req: accepting, token: new URL(url).hash.slice(1), name: person.name, password });
}

/** Somebody of ours withdraws an invitation that nobody has accepted. */
export async function takeInvitationBack(desk: Desk, customer: Opened, person: SamplePerson): Promise<void> {
	const inviteId = await findPending(desk, customer, person);
	const req = await actAs(desk, customer, "ops");
	await inTransaction(req, () => revokeInvite({ req, inviteId }));
}

async function findPending({ payload }: Desk, { facts, casino }: Opened, person: SamplePerson): Promise<string> {
	const sql = await sqlOf({ payload });
	const [pending] = await sql<{ id: string }>(
		"SELECT id FROM staff_invites WHERE casino_id = $1::uuid AND email = $2 AND status = 'pending'",
		[casino.id, addressAt(facts, person)],
	);
	if (!pending) throw new Error(`${person.name} of ${facts.casino} was not invited.`);
	return pending.id;
}
