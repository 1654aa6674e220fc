import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import type { Message } from "@/payload-types";
import { createCustomer, createCustomerSetup, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, startKeyturn } from "../../harness/startKeyturn";
import { countJobs, workQueues } from "../../harness/workQueues";

let keyturn: Keyturn;
let ops: Person;

beforeAll(async () => {
	keyturn = await startKeyturn();
	ops = await createVendor(keyturn, "ops");
});
afterAll(() => keyturn?.stop());

async function write(status: Message["status"], data: Partial<Message> = {}): Promise<Message> {
	const message = await keyturn.payload.create({
		collection: "messages",
		data: { to: "ada@casino.example", subject: "Hello", template: "welcome", data: {}, status: "queued", ...data },
		...asSystem(await keyturn.requestOf(), "test"),
	});
	await keyturn.payload.db.pool.query(
		"UPDATE messages SET status = $2, attempts = 6, error = 'refused' WHERE id = $1",
		[message.id, status],
	);
	return message;
}

const resend = (id: string, as?: Person) => keyturn.rest("POST", `/messages/${id}/resend`, { as, body: {} });
const stored = async (id: string) =>
	(await keyturn.rest("GET", `/messages/${id}`, { as: ops })).body as Pick<Message, "status" | "attempts" | "error">;

test.each(["held", "failed"] as const)("a message that was %s is queued again, once", async (status) => {
	const { id } = await write(status);
	const jobs = await countJobs(keyturn, "deliverMessage");
	const answers = await Promise.all([resend(id, ops), resend(id, ops)]);
	expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
	expect(await stored(id)).toMatchObject({ status: "queued", attempts: 0, error: null });
	expect((await countJobs(keyturn, "deliverMessage")) - jobs).toBe(1);
	await workQueues(keyturn, ["deliverMessage"]);
	expect((await stored(id)).status).toBe("held");
});

test("what was sent, or waits, is not sent again", async () => {
	for (const status of ["sent", "queued"] as const) {
		const { id } = await write(status);
		expect([status, (await resend(id, ops)).status]).toEqual([status, 409]);
		expect((await stored(id)).status).toBe(status);
	}
});

test("only admins and operations send again, and only what is there", async () => {
	const { id } = await write("failed");
	const { casino } = await createCustomerSetup(keyturn);
	const customer = await createCustomer(keyturn, [{ casino: casino.id, roles: ["casino_admin"] }]);
	const finance = await createVendor(keyturn, "finance");
	expect((await resend(id)).status).toBe(401);
	expect((await resend(id, finance)).status).toBe(403);
	expect((await resend(id, customer)).status).toBe(403);
	expect((await resend("00000000-0000-4000-8000-000000000000", ops)).status).toBe(404);
	expect((await resend("x", ops)).status).toBe(400);
	expect((await stored(id)).status).toBe("failed");
});
