import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError } from "payload";
import type { PasswordOwner } from "@/domain/findPasswordProblem";
import { findChosenPasswordProblem } from "@/operations/users/findChosenPasswordProblem";
import { sqlOf } from "@/queue/sqlOf";

/** A password is held to the same rule wherever it is chosen: created, changed, reset. */
export const checkPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
	if (operation !== "create" && operation !== "update") return args;
	const { data, id } = args as { data?: Record<string, unknown>; id?: unknown };
	if (typeof data?.password !== "string" || data.password === "") return args;
	const owner = { ...(await findOwner(req, id)), ...textsOf(data) };
	const message = await findChosenPasswordProblem(data.password, { email: "", ...owner });
	if (message) throw new ValidationError({ collection: "users", errors: [{ path: "password", message }], req });
	return args;
};

async function findOwner(req: PayloadRequest, id: unknown): Promise<PasswordOwner | undefined> {
	if (typeof id !== "string") return undefined;
	const sql = await sqlOf(req);
	const [owner] = await sql<PasswordOwner>("SELECT email, name FROM users WHERE id::text = $1", [id]);
	return owner;
}

function textsOf({ email, name }: Record<string, unknown>): Partial<PasswordOwner> {
	return { ...(typeof email === "string" ? { email } : {}), ...(typeof name === "string" ? { name } : {}) };
}
