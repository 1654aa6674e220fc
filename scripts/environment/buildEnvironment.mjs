/** For work that loads the configuration and opens no connection: settings that parse, and lead nowhere. */
export const buildEnvironment = {
	NODE_ENV: "production",
	NEXT_TELEMETRY_DISABLED: "1",
	DATABASE_URL: "postgresql://build@127.0.0.1:1/build",
	PRODUCT_DATABASE_URL: "postgresql://build@127.0.0.1:1/build",
	PAYLOAD_SECRET: "only while building; never used to sign anything",
};
