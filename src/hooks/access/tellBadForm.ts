import type { AfterErrorHook } from "payload";

/** Payload reads the JSON of a form without asking whether it is any, and answers that the server failed. For `afterError`. */
export const tellBadForm: AfterErrorHook = ({ error, req }) => {
	const isForm = req.headers?.get("content-type")?.toLowerCase().startsWith("multipart/") ?? false;
	if (!isForm || !(error instanceof SyntaxError)) return;
	return { status: 400, response: { errors: [{ message: "_payload: is not JSON." }] } };
};
