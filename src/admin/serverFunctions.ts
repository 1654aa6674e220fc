import { Forbidden } from "@/errors";

/** What the admin panel asks of the server, by Payload's names. Nothing else is a function, whatever an object inherits. */
export const serverFunctionNames: ReadonlySet<string> = new Set([
	"copy-data-from-locale",
	"form-state",
	"get-default-layout",
	"get-folder-results-component-and-data",
	"get-upcoming-scheduled-publish",
	"render-document",
	"render-document-slots",
	"render-field",
	"render-list",
	"render-widget",
	"schedule-publish",
	"slugify",
	"table-state",
]);

/**
 * Lets the vendor's people call the functions there are. Payload looks a name up in an object without asking whose it is, and
 * answers `constructor` with everything a request holds.
 * @param isVendor asked only where there is such a function
 * @throws Forbidden
 */
export async function requireServerFunction(name: unknown, isVendor: () => Promise<boolean>): Promise<void> {
	if (typeof name !== "string" || !serverFunctionNames.has(name) || !(await isVendor())) throw new Forbidden("do this");
}
