import type { AfterErrorHook, PayloadRequest } from "payload";
import type { FieldProblem } from "@/errors";
import { findInputProblem } from "@/errors/findInputProblem";

/**
 * What cannot be read in a request is told with 400 and the field, where Payload would answer that the server failed. Errors that
 * Payload names itself keep their own answer. For the configuration's `afterError`.
 */
export const tellBadInput: AfterErrorHook = ({ error, req }) => {
	const problem = findFormProblem(error, req) ?? findInputProblem(error, req);
	if (!problem) return;
	const { path, message } = problem;
	return {
		status: 400,
		response: { errors: [{ name: "InvalidInput", message: `${path}: ${message}`, data: { errors: [problem] } }] },
	};
};

/** Payload reads a form without asking whether it is one, nor whether the JSON within is any. */
function findFormProblem(error: Error, req: PayloadRequest): FieldProblem | null {
	const isForm = req.headers?.get("content-type")?.toLowerCase().startsWith("multipart/") ?? false;
	if (!isForm) return null;
	if (error instanceof SyntaxError) return { path: "_payload", message: "is not JSON." };
	if (/part header/i.test(error.message)) {
		return { path: "file", message: "has a name that cannot be read. Rename it, then upload it again." };
	}
	if (/upload handler/i.test(error.message)) return { path: "file", message: "is not a file." };
	return /end of form|boundary|content type|eligible for file upload/i.test(error.message)
		? { path: "body", message: "is not a form." }
		: null;
}
