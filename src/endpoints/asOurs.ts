import { APIError, type PayloadRequest, ValidationError } from "payload";
import { Forbidden, InvalidInput, KeyturnError, NotFound } from "@/errors";
import { findInputProblem } from "@/errors/findInputProblem";

/** PostgreSQL's names for having waited too long for a lock, and for a deadlock that did not come right. */
const busy: ReadonlySet<unknown> = new Set(["55P03", "40P01"]);

/**
 * What Payload or the database refused inside an operation (a field, a role, a record that is not there, a value that cannot be read, a lock), as the error of
 * ours that says the same. Everything else is handed back as it is.
 */
export function asOurs(error: unknown, req: PayloadRequest): unknown {
	if (isBusy(error)) {
		const publicMessage = "Others are changing this at the same time. Nothing was changed: try again in a moment.";
		return new KeyturnError({ code: "busy", status: 503, publicMessage, cause: error });
	}
	const problem = findInputProblem(error, req);
	if (problem) return new InvalidInput([problem]);
	if (!(error instanceof APIError) || error.status >= 500) return error;
	if (error instanceof ValidationError) {
		return new InvalidInput(error.data.errors.map(({ path, message }) => ({ path, message })));
	}
	if (error.status === 403) return new Forbidden();
	if (error.status === 404) return new NotFound();
	return new KeyturnError({ code: "refused", status: error.status, publicMessage: error.message, cause: error });
}

function isBusy(error: unknown): boolean {
	if (typeof error !== "object" || error === null) return false;
	return ("code" in error && busy.has(error.code)) || ("cause" in error && isBusy(error.cause));
}
