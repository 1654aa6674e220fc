import { afterAll, expect, test } from "vitest";
import { asSystem } from "@/access/authority";
import { mintLink } from "@/operations/invites/mintLink";
import { ensureBuilt } from "../../scripts/build.mjs";
import { killStarted, startWebProcess } from "../harness/startProcess";
import { openCustomers, withDatabase } from "./parts/openCustomers";

const ACCEPTANCES = 100;

afterAll(killStarted);

test("of a hundred acceptances of one invitation, sent to two servers at once, one succeeds", {
	timeout: 1_200_000,
}, async () => {
	await ensureBuilt();
	let token = "";
	const { environment } = await openCustomers(1, {}, async (keyturn) => {
		const req = await keyturn.requestOf();
		const { docs } = await keyturn.payload.find({
			collection: "casinos",
			limit: 1,
			depth: 0,
			...asSystem(req, "test"),
		});
		const invite = await keyturn.payload.create({
			collection: "staff-invites",
			data: { casino: docs[0]?.id, email: "ada@north.example", name: "Ada", role: "pit_boss" } as never,
			depth: 0,
			...asSystem(req, "test"),
		});
		const { url } = await mintLink({ req: await keyturn.requestOf(), inviteId: invite.id, isMailed: true });
		token = new URL(url).hash.slice(1);
	});
	const webs = await Promise.all([startWebProcess({ environment }), startWebProcess({ environment })]);
	const accept = async (index: number) => {
		const response = await fetch(`${webs[index % 2]?.address}/api/invites/accept`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ token, name: "Ada", password: `a long enough password ${index}` }),
		});
		await response.arrayBuffer();
		return response.status;
	};
	const statuses = await Promise.all(Array.from({ length: ACCEPTANCES }, (_, index) => accept(index)));

	expect(statuses.filter((status) => status === 200)).toHaveLength(1);
	expect(statuses.filter((status) => status >= 500)).toEqual([]);
	await withDatabase(environment.DATABASE_URL, async (database) => {
		const { rows } = await database.query(
			`SELECT (SELECT count(*)::int FROM users WHERE email = 'ada@north.example') AS users,
				(SELECT count(*)::int FROM staff_invites WHERE status = 'accepted') AS accepted,
				(SELECT count(*)::int FROM staff WHERE status = 'active') AS active`,
		);
		expect(rows).toEqual([{ users: 1, accepted: 1, active: 1 }]);
	});
	await Promise.all(webs.map((web) => web.stop()));
});
