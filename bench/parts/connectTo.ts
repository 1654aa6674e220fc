import { Client } from "pg";

/** One connection. When the bench fails its server is stopped under it: that must not hide what failed. */
export async function connectTo(url: string | undefined): Promise<Client> {
	const client = new Client({ connectionString: url, application_name: "bench" });
	client.on("error", () => {});
	await client.connect();
	return client;
}
