import { asSystem } from "@/access/authority";
import type { CustomerRole } from "@/access/roles";
import { baselineWorkingHours } from "@/domain/workingHours";
import type { Casino } from "@/payload-types";
import { createCustomerSetup } from "../../harness/factories";
import type { Keyturn } from "../../harness/startKeyturn";

export const goodPassword = "seven brass keys turn";

type Person = { name: string; email: string };

/** The casino's tenant in the product, its first administrator invited there. */
export async function bootstrap(keyturn: Keyturn, casino: Casino, admin: Person): Promise<void> {
	await keyturn.ports.product.bootstrapCasino({
		casinoId: casino.id,
		name: casino.name,
		slug: String(casino.slug),
		timezone: casino.timezone,
		settings: { workingHours: baselineWorkingHours, defaultTravelBufferMinutes: 30, defaultJobDurationMinutes: 60 },
		admin,
	});
}

/** A casino that is live, in Keyturn and in the product. */
export async function createLiveCasino(keyturn: Keyturn, admin: Person): Promise<Casino> {
	const { casino } = await createCustomerSetup(keyturn);
	await bootstrap(keyturn, casino, admin);
	await keyturn.payload.db.pool.query("UPDATE casinos SET status = 'live' WHERE id = $1", [casino.id]);
	return casino;
}

/** An open invitation, and the token of a link to it. */
export async function invite(
	keyturn: Keyturn,
	data: { casino: string; email: string; role?: CustomerRole; name?: string },
): Promise<{ id: string; token: string }> {
	// The Local API's type asks for what a hook completes.
	const values = { role: "casino_admin", ...data } as never;
	const { id } = await keyturn.payload.create({
		collection: "staff-invites",
		data: values,
		depth: 0,
		...asSystem(await keyturn.requestOf(), "test"),
	});
	return { id, token: await mintToken(keyturn, id) };
}

export async function mintToken(keyturn: Keyturn, inviteId: string): Promise<string> {
	const { inTransaction } = await import("@/operations/inTransaction");
	const { mintLink } = await import("@/operations/invites/mintLink");
	const req = await keyturn.requestOf();
	const { url } = await inTransaction(req, () => mintLink({ req, inviteId, isMailed: true }));
	return url.slice(url.indexOf("#") + 1);
}

/** Rows of one statement, typed by the test that reads them. */
export async function rowsOf<Row>(keyturn: Keyturn, sql: string, values: unknown[] = []): Promise<Row[]> {
	const { rows } = await keyturn.payload.db.pool.query(sql, values);
	return rows as Row[];
}

/** The code of an answer that is an error of ours. */
export function codeOf(body: unknown): string | undefined {
	return (body as { errors?: { code?: string }[] }).errors?.[0]?.code;
}

/** The sign-in token in an answer's cookie. */
export function sessionOf(headers: Headers): { token: string } | null {
	const token = headers.get("set-cookie")?.match(/payload-token=([^;]+)/)?.[1];
	return token ? { token } : null;
}
