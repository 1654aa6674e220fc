import type { PayloadRequest } from "payload";
import { renderPasswordReset } from "@/operations/messages/renderPasswordReset";

type Asked = { req?: PayloadRequest; token?: string; user?: { name?: string | null } };

/** The mail for a forgotten password, in the words and looks of every other mail. */
export const writePasswordReset = {
	expiration: 3_600_000,
	generateEmailSubject: async ({ req, user }: Asked = {}) =>
		(await renderPasswordReset({ req, token: null, user })).subject,
	generateEmailHTML: async ({ req, token, user }: Asked = {}) =>
		(await renderPasswordReset({ req, token: token ?? null, user })).html,
};
