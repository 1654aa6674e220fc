import config from "@payload-config";
import { createLocalReq, getPayload } from "payload";
import { asSystem } from "@/access/authority";

// Makes an operator, who reads the portfolio, and for each casino given an administrator, who reads the portal.
const password = "a password for the bench";
const payload = await getPayload({ config });
const req = await createLocalReq({}, payload);
await payload.create({
	collection: "users",
	data: { name: "Olga Operator", email: "olga@keyturn.example", password, vendorRole: "ops" },
	depth: 0,
	...asSystem(req, "bench"),
});
for (const [index, casino] of process.argv.slice(2).entries()) {
	await payload.create({
		collection: "users",
		data: {
			...{ name: `Ada ${index}`, email: `ada-${index}@casino.example`, password },
			memberships: [{ casino, roles: ["casino_admin"] }],
		},
		depth: 0,
		...asSystem(req, "bench"),
	});
}
process.exit(0);
