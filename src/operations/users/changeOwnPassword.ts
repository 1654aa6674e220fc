import { createLocalReq, type PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { findPasswordProblem } from "@/domain/findPasswordProblem";
import { InvalidInput, SignInFailed, SignInRequired } from "@/errors";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { endOtherSessions } from "./endAccess";
import { signInWithPassword } from "./signInWithPassword";

/**
 * Changes one's own password, with the one that holds now; every other session of the account ends.
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
	const problem = findPasswordProblem(password, user.email);
	if (problem) throw new InvalidInput([{ path: "password", message: problem }]);
	await requireCurrent(req, user.email, currentPassword);
	await inTransaction(req, async () => {
		await req.payload.update({
			collection: slug.users,
			id: user.id,
			data: { password },
			depth: 0,
			...asSystem(req, "changed their own password"),
		});
		await endOtherSessions({ req, userId: user.id });
	});
	return { changed: true };
}

/** Tried through Payload's own sign-in, which counts and limits; with a request of its own, so that ours stays as it is. */
async function requireCurrent(req: PayloadRequest, email: string, password: string): Promise<void> {
	const trying = await createLocalReq({}, req.payload);
	trying.headers = req.headers;
	try {
		await signInWithPassword({ req: trying, email, password });
	} catch (error) {
		if (!(error instanceof SignInFailed)) throw error;
		throw new InvalidInput([
			{
				path: "currentPassword",
				message:
					"This is not your current password. If you have none, sign out and ask for a new one on the sign-in page.",
			},
		]);
	}
}
