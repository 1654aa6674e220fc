import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import type { BaselineSettings } from "@/provisioning/ports";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";

type Of = { req: PayloadRequest; casinoId: string };

/** The casino's settings, or null when it has none. */
export async function readCasinoSettings({
	req,
	casinoId,
}: Of): Promise<(BaselineSettings & { settingsId: string }) | null> {
	const sql = await sqlOf(req);
	const [row] = await sql<BaselineSettings & { settingsId: string }>(
		`SELECT id AS "settingsId", working_hours AS "workingHours",
			default_travel_buffer::int AS "defaultTravelBufferMinutes", default_job_duration::int AS "defaultJobDurationMinutes"
		 FROM casino_settings WHERE casino_id = $1::uuid`,
		[casinoId],
	);
	return row ?? null;
}

/** Creates the settings, or leaves those that are there as they are. */
export async function ensureSettings(input: Of & { settings: BaselineSettings }): Promise<{ settingsId: string }> {
	const { req, casinoId, settings } = input;
	const existing = await readCasinoSettings(input);
	if (existing) return { settingsId: existing.settingsId };
	const created = await req.payload.create({
		collection: slug.casinoSettings,
		data: {
			casino: casinoId,
			workingHours: settings.workingHours,
			defaultTravelBuffer: settings.defaultTravelBufferMinutes,
			defaultJobDuration: settings.defaultJobDurationMinutes,
		},
		depth: 0,
		...asSystem(req, "baseline settings"),
	});
	return { settingsId: created.id };
}

export async function removeSettings({ req, casinoId }: Of): Promise<void> {
	await req.payload.delete({
		collection: slug.casinoSettings,
		where: { casino: { equals: casinoId } },
		depth: 0,
		...asSystem(req, "provisioning was undone"),
	});
}
