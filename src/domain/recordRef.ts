/** The collections whose records the rules point at. */
export const recordCollections = [
	"acceptances",
	"adoption-reports",
	"casino-settings",
	"casinos",
	"check-ins",
	"checklist-items",
	"contracts",
	"decisions",
	"invoices",
	"messages",
	"onboardings",
	"payment-events",
	"pilot-issues",
	"provisioning-runs",
	"provisioning-steps",
	"risks",
	"spot-checks",
	"staff",
	"staff-invites",
	"training-sessions",
	"waits",
] as const;
export type RecordCollection = (typeof recordCollections)[number];

/** The record that shows what a rule says. */
export type RecordRef = { collection: RecordCollection; id: string };

/** Null where there is no such record. */
export function recordRef(collection: RecordCollection, record: { id: string } | null | undefined): RecordRef | null {
	return record ? { collection, id: record.id } : null;
}
