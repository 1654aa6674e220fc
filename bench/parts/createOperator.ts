import config from "@payload-config";
import { createLocalReq, getPayload } from "payload";
import { asSystem } from "@/access/authority";

// Makes the operator whose work and portfolio are read.
const payload = await getPayload({ config });
await payload.create({
	collection: "users",
	data: {
		name: "Olga Operator",
		email: "olga@keyturn.example",
		password: "a password for the bench",
		vendorRole: "ops",
	},
	depth: 0,
	...asSystem(await createLocalReq({}, payload), "bench"),
});
process.exit(0);
