import { type MigrateUpArgs, sql } from "@payloadcms/db-postgres";

/** What was decided in a plan becomes the gate's standard: until now the answer was only kept with its item. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
	await db.execute(sql.raw(`
		UPDATE onboardings o SET gate_standard = i.choice::text::enum_onboardings_gate_standard FROM checklist_items i
		WHERE i.onboarding_id = o.id AND i.key = 'gate_standard' AND i.kind = 'decision' AND i.status = 'done'
			AND i.choice IN ('paid', 'po_approved') AND o.status IN ('open', 'on_hold') AND i.choice <> o.gate_standard::text;
	`));
}

export async function down(): Promise<void> {
	// Which standard was set before is not known; the answer and the field agree, as they should.
}
