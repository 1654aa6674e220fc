import { APIError, ValidationError } from "payload";
import { Forbidden, InvalidInput, KeyturnError, NotFound } from "@/errors";

/**
 * What Payload refused inside an operation (a field, a role, a record that is not there), as the error of ours that says the same.
 * Everything else is handed back as it is.
 */
export function asOurs(error: unknown): unknown {
	if (!(error instanceof APIError) || error.status >= 500) return error;
	if (error instanceof ValidationError) {
		return new InvalidInput(error.data.errors.map(({ path, message }) => ({ path, message })));
	}
	if (error.status === 403) return new Forbidden();
	if (error.status === 404) return new NotFound();
	return new KeyturnError({ code: "refused", status: error.status, publicMessage: error.message, cause: error });
}
