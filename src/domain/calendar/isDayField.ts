/** Whether a field of a collection holds a calendar day, not a moment. */
export const isDayField = (field: object): boolean =>
	"custom" in field && (field.custom as { isDay?: unknown } | undefined)?.isDay === true;
