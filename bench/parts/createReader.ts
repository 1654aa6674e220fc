import { createLocalReq, getPayload } from "payload";
import { asSystem } from "@/access/authority";

// Makes the person who reads the lists, in the product's database or, with `plain`, in that of plain Payload, whose
// tables are made on the way.
const { default: config } = await (process.argv[2] === "plain"
	? import("../plain/payload.config")
	: import("@payload-config"));
const payload = await getPayload({ config });
const casino = process.argv[3] ?? "";
await payload.db.pool.query(
	`INSERT INTO casinos (id, name, slug, timezone) SELECT md5('casino' || n)::uuid, 'Casino ' || n, 'casino-' || n, 'UTC'
	 FROM generate_series(1, 1000) AS n`,
);
await payload.create({
	collection: "users",
	data: {
		...{ name: "Finn Contact", email: "finn@casino.example", password: "a password for the bench" },
		memberships: [{ casino, roles: ["finance_contact"] }],
	},
	depth: 0,
	...asSystem(await createLocalReq({}, payload), "bench"),
});
process.exit(0);
