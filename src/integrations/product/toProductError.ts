import { Conflict, KeyturnError, NotFound, VendorFailed } from "@/errors";

const transientStates = new Set([
	"40001", // serialization failure
	"40P01", // deadlock
	"55P03", // lock timeout
	"57014", // statement timeout
	"57P01", // the server is shutting down
	"57P02",
	"57P03", // the server is starting up
	"25P03", // idle in transaction for too long
]);
const transientCodes = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"ENOTFOUND",
	"EAI_AGAIN",
	"EPIPE",
	"ETIMEDOUT",
	"EHOSTUNREACH",
]);
/** node-postgres gives these no code. */
const connectionLost = /timeout exceeded|connection terminated|timeout expired|connection error/i;

/**
 * What a failed call to the product means to the caller. A refusal (KT404, KT409, KT423) becomes `NotFound` or
 * `Conflict` with the RPC's own sentence; everything else becomes `VendorFailed`, transient when the same call may work later.
 */
export function toProductError(error: unknown): KeyturnError {
	if (error instanceof KeyturnError) return error;
	const code = readCode(error);
	const message = error instanceof Error ? error.message : String(error);
	if (code === "KT404") return new NotFound("casino or person in the product");
	if (code === "KT409") return new Conflict(message, "product_conflict");
	if (code === "KT423") return new Conflict(message, "frozen");
	const isTransient =
		transientStates.has(code) ||
		transientCodes.has(code) ||
		code.startsWith("08") ||
		code.startsWith("53") ||
		(code === "" && connectionLost.test(message));
	return new VendorFailed({
		vendor: "The product",
		message: isTransient ? "it cannot be reached just now." : `the call failed (${code || "unknown"}).`,
		isTransient,
		cause: error,
	});
}

/** SQLSTATE or Node's code. A refused connection on several addresses is an AggregateError that carries it too. */
function readCode(error: unknown): string {
	if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
		return error.code;
	}
	return "";
}
