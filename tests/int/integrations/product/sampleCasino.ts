import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { ProductPort, WorkingHours } from "@/provisioning/ports";

const day = { enabled: true, start: "09:00", end: "17:00" };
const workingHours: WorkingHours = {
	monday: day,
	tuesday: day,
	wednesday: day,
	thursday: day,
	friday: day,
	saturday: { ...day, enabled: false },
	sunday: { ...day, enabled: false },
};

/** A bootstrap's input with a fresh casino id; its administrator is `admin@<slug>.example`. */
export function sampleCasino(
	slug = `casino-${randomUUID().slice(0, 8)}`,
): Parameters<ProductPort["bootstrapCasino"]>[0] {
	return {
		casinoId: randomUUID(),
		name: "Harbour Lights",
		slug,
		timezone: "Europe/Lisbon",
		settings: { workingHours, defaultTravelBufferMinutes: 30, defaultJobDurationMinutes: 60 },
		admin: { name: "Ana Reis", email: `admin@${slug}.example` },
	};
}

/** Runs `work` as a member of staff under row-level security, then commits or, on an error, rolls back and throws it. */
export async function actAsStaff<Result>(
	client: ClientBase,
	who: { casinoId: string; email: string },
	work: () => Promise<Result>,
): Promise<Result> {
	await client.query("BEGIN");
	try {
		await client.query("SELECT floor.sign_in($1, $2)", [who.casinoId, who.email]);
		await client.query("SET LOCAL ROLE keyturn_floor");
		const result = await work();
		await client.query("COMMIT");
		return result;
	} catch (error) {
		await client.query("ROLLBACK");
		throw error;
	}
}
