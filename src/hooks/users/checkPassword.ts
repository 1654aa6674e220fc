import { type CollectionBeforeOperationHook, ValidationError } from "payload";
import { findPasswordProblem } from "@/domain/findPasswordProblem";

/** A password is held to the same rule wherever it is chosen: created, changed, reset. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
	if (operation !== "create" && operation !== "update" && operation !== "resetPassword") return args;
	const { data } = args as { data?: { password?: unknown; email?: unknown } };
	if (typeof data?.password !== "string" || data.password === "") return args;
	const email = typeof data.email === "string" ? data.email : req.user?.collection === "users" ? req.user.email : "";
	const message = findPasswordProblem(data.password, email);
	if (message) throw new ValidationError({ collection: "users", errors: [{ path: "password", message }], req });
	return args;
};
