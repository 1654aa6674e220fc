import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { InvalidInput, SignInRequired } from "@/errors";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { endLinks, endOtherSessions } from "./endAccess";
import { findChosenPasswordProblem } from "./findChosenPasswordProblem";
import { proveOwnPassword } from "./proveOwnPassword";
import { tellOfNewPassword } from "./tellOfNewPassword";

/**
 * Changes one's own password, with the one that holds now; every other session of the account ends, with every link by which somebody
 * could come in or choose another one, and its owner is told by mail.
 * @throws SignInRequired; InvalidInput at the field; TooManyRequests
 */
export async function changeOwnPassword(input: {
	req: PayloadRequest;
	currentPassword: string;
	password: string;
}): Promise<{ changed: true }> {
	const { req, currentPassword, password } = input;
	const { user } = req;
	if (user?.collection !== slug.users) throw new SignInRequired();
	const problem = await findChosenPasswordProblem(password, user);
	if (problem) throw new InvalidInput([{ path: "password", message: problem }]);
	await proveOwnPassword(req, currentPassword, "currentPassword");
	await inTransaction(req, async () => {
		await req.payload.update({
			collection: slug.users,
			id: user.id,
			data: { password },
			depth: 0,
			...asSystem(req, "changed their own password"),
		});
		await endOtherSessions({ req, userId: user.id });
		await endLinks({ req, userId: user.id });
		await tellOfNewPassword({ req, userId: user.id });
	});
	return { changed: true };
}
