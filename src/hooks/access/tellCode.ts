import type { AfterErrorHook } from "payload";
import { KeyturnError } from "@/errors";

/** Payload's own routes answer an error of ours with its message alone. Programs and screens go by its code. For `afterError`. */
export const tellCode: AfterErrorHook = ({ error }) => {
	if (!(error instanceof KeyturnError)) return;
	const { code, status, publicMessage: message, data } = error;
	const told: object = { message, code, ...(data === undefined ? {} : { data }) };
	return { status, response: { errors: [told] } };
};
