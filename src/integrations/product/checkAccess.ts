import type { ClientBase } from "pg";
import type { AccessReport } from "@/provisioning/ports";

/**
 * Signs in as the administrator under row-level security and reports what worked, one line a check.
 * Opens a transaction on `client` and always rolls it back: nothing it writes stays.
 * A person who may not sign in is a failed check; throws what PostgreSQL said when the check itself could not run.
 */
export async function checkAccess(
	client: ClientBase,
	input: { casinoId: string; adminEmail: string },
): Promise<AccessReport> {
	await client.query("BEGIN");
	try {
		const checks = await lookAsAdministrator(client, input);
		return { ok: checks.every((check) => check.ok), checks };
	} catch (error) {
		const failed = describeRefusal(error);
		if (!failed) throw error;
		return { ok: false, checks: [failed] };
	} finally {
		await client.query("ROLLBACK");
	}
}

async function lookAsAdministrator(
	client: ClientBase,
	input: { casinoId: string; adminEmail: string },
): Promise<AccessReport["checks"]> {
	await client.query("SELECT floor.sign_in($1, $2)", [input.casinoId, input.adminEmail]);
	const { rows: probes } = await client.query<{ id: string }>("SELECT floor.create_probe() AS id");
	await client.query("SET LOCAL ROLE keyturn_floor");
	const { rows } = await client.query<{ name: string; problem: string | null; good: string }>(
		"SELECT name, problem, good FROM floor.check_access($1)",
		[probes[0]?.id],
	);
	return [
		{ name: "sign_in", ok: true, detail: "The administrator signs in to the casino." },
		...rows.map((row) => ({ name: row.name, ok: row.problem === null, detail: row.problem ?? row.good })),
	];
}

/** A refusal is what the check looks for, so it is a result; null for every other error. */
function describeRefusal(error: unknown): AccessReport["checks"][number] | null {
	if (!(error instanceof Error) || !("code" in error)) return null;
	if (error.code === "KT404") return { name: "sign_in", ok: false, detail: error.message };
	// Insufficient privilege: an owner or a grant is not as it was installed.
	if (error.code === "42501") return { name: "grants", ok: false, detail: `The product refused: ${error.message}.` };
	return null;
}
