const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the database could hold a record under this id: it answers an error, not “no”, to what is no UUID. */
export function isRecordId(id: string): boolean {
	return uuid.test(id);
}
