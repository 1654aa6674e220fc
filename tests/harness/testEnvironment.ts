/** The settings of every process a test starts; the databases' addresses come from `createTestDatabase`. */
export const testEnvironment = {
	NODE_ENV: "test",
	PAYLOAD_SECRET: "a secret for tests that is long enough",
	STRIPE_WEBHOOK_SECRET: "whsec_test",
	STRIPE_SECRET_KEY: "",
	SMTP_URL: "",
	KEYTURN_ADMIN_EMAIL: "",
	KEYTURN_ADMIN_PASSWORD: "",
} as const;

/** Who signs in first in browser tests. */
export const administrator = { email: "admin@keyturn.example", password: "turn the key, twice" } as const;

/** Of everybody in the sample portfolio of browser tests. */
export const samplePassword = "ten customers, one door";

/** Of everybody whom the factories create. */
export const testPassword = "a password for tests, long enough";
