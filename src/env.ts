import { z } from "zod";

const url = (...protocols: string[]) =>
	z.string().refine(
		(value) => {
			const parsed = URL.parse(value);
			return parsed !== null && protocols.includes(parsed.protocol.slice(0, -1));
		},
		{ message: `must be an address beginning with ${protocols.map((p) => `${p}://`).join(" or ")}` },
	);

/** An empty variable is an absent one: compose files and CI write `NAME=`. */
const optional = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const flag = z
	.enum(["true", "false"], { message: "must be true or false" })
	.default("false")
	.transform((value) => value === "true");

const schema = z.object({
	/** Of backup and restore alone. */
	BACKUP_PASSPHRASE: optional(z.string().min(12, "must be at least 12 characters")),
	NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
	PORT: z.coerce
		.number({ message: "must be a port number from 1 to 65535" })
		.int("must be a whole number")
		.min(1, "must be a port number from 1 to 65535")
		.max(65535, "must be a port number from 1 to 65535")
		.default(3000),
	/** Of web and worker: a role that changes rows and no schema. */
	DATABASE_URL: url("postgres", "postgresql"),
	/** The same database, by the role that owns it: for migrate, backup and restore alone. */
	MIGRATION_DATABASE_URL: optional(url("postgres", "postgresql")),
	/** The product whose tenants are provisioned: its database, by a login that may call its RPCs. */
	PRODUCT_DATABASE_URL: optional(url("postgres", "postgresql")),
	PRODUCT_POOL_MAX: z.coerce.number().int().min(2, "must be at least 2").max(100).default(8),
	DATABASE_POOL_MAX: z.coerce.number().int().min(4, "must be at least 4").max(200).default(20),
	/** How many proxies of one's own stand in front; only then is X-Forwarded-For believed, as far back as they are. */
	TRUSTED_PROXIES: z.coerce.number().int("must be a whole number").min(0, "must be 0 or more").max(10).default(0),
	PAYLOAD_SECRET: z.string().min(32, "must be at least 32 characters"),
	SERVER_URL: optional(url("http", "https")),
	/** Hours after signing in at which a session ends, however much it is used; without use it ends after eight. */
	SESSION_HOURS_VENDOR: z.coerce
		.number()
		.int("must be a whole number")
		.min(1, "must be from 1 to 168")
		.max(168)
		.default(12),
	SESSION_HOURS_CUSTOMER: z.coerce
		.number()
		.int("must be a whole number")
		.min(1, "must be from 1 to 720")
		.max(720)
		.default(168),
	KEYTURN_ADMIN_EMAIL: optional(z.email("must be an e-mail address")),
	KEYTURN_ADMIN_PASSWORD: optional(z.string().min(12, "must be at least 12 characters")),
	/** Runs the worker inside the web process; `npm start` sets it, `npm run web` does not. */
	KEYTURN_WORKER_INSIDE: flag,
	STRIPE_SECRET_KEY: optional(z.string().regex(/^(sk|rk)_/, "must begin with sk_ or rk_")),
	/** Several, comma separated, while a secret is being rotated. */
	STRIPE_WEBHOOK_SECRET: z
		.string()
		.default("")
		.transform((value) =>
			value
				.split(",")
				.map((secret) => secret.trim())
				.filter(Boolean),
		),
	STRIPE_API_BASE: optional(url("http", "https")),
	/** Opens `GET /api/metrics` to whoever sends it; without one nobody. */
	METRICS_TOKEN: optional(
		z.string().min(16, "must be at least 16 characters").regex(/^\S+$/, "must not contain spaces"),
	),
	SMTP_URL: optional(url("smtp", "smtps")),
	/** Where to report a hole, in /.well-known/security.txt: an address to write to, or a page. Else the support e-mail of the settings. */
	SECURITY_CONTACT: optional(
		z.union([url("https"), z.email().transform((email) => `mailto:${email}`)], {
			message: "must be an e-mail address, or an address beginning with https://",
		}),
	),
	MAIL_FROM: z.string().default("Keyturn <onboarding@localhost>"),
});

export type Env = z.output<typeof schema> &
	Record<"SERVER_URL" | "MIGRATION_DATABASE_URL" | "PRODUCT_DATABASE_URL", string>;

/** The reference product's database beside ours: the same server, `_product` behind the name. */
function besides(databaseUrl: string): string {
	const address = new URL(databaseUrl);
	address.pathname = `${address.pathname}_product`;
	return address.href;
}

/**
 * Parses the environment. Throws one sentence a variable: its name and what it must be.
 * @param source usually `process.env`
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const parsed = schema.safeParse(source);
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => {
			const name = String(issue.path[0]);
			const absent = source[name] === undefined || source[name] === "";
			return `${name} ${absent ? "is missing" : issue.message}.`;
		});
		throw new Error(`The environment is not right. ${[...new Set(lines)].join(" ")}`);
	}
	return {
		...parsed.data,
		MIGRATION_DATABASE_URL: parsed.data.MIGRATION_DATABASE_URL ?? parsed.data.DATABASE_URL,
		PRODUCT_DATABASE_URL: parsed.data.PRODUCT_DATABASE_URL ?? besides(parsed.data.DATABASE_URL),
		SERVER_URL: (parsed.data.SERVER_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/$/, ""),
	};
}

let parsed: Env | undefined;

/** The settings of this process, parsed at the first use. Nobody else reads `process.env`. */
export function env(): Env {
	parsed ??= parseEnv(process.env);
	return parsed;
}
