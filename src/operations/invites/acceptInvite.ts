import type { PayloadRequest } from "payload";
import { asSystem } from "@/access/authority";
import { AccountExists, InvalidInput, InviteNotUsable } from "@/errors";
import { sqlOf } from "@/queue/sqlOf";
import { slug } from "@/slugs";
import { inTransaction } from "../inTransaction";
import { acceptAccountLink, findAccountLink } from "../users/acceptAccountLink";
import { addMembership } from "../users/addMembership";
import { findChosenPasswordProblem } from "../users/findChosenPasswordProblem";
import { proveAddress } from "../users/proveAddress";
import { signInAs } from "../users/signInAs";
import { signInWithPassword } from "../users/signInWithPassword";
import { bindInProduct } from "./bindInProduct";
import { bindStaff } from "./bindStaff";
import { findInvite, type Invite } from "./findInvite";

export type AcceptInput = {
	req: PayloadRequest;
	token: string;
	/** Of a new account; one that exists keeps its name. */
	name?: string;
	/** A new account's, or the proof that the account which exists is theirs. Left out, a new account signs in by link. */
	password?: string;
	signInLink?: boolean;
};

export type Accepted = {
	user: { id: string; email: string; name: string };
	/** Null for an account that was created by hand: the link enters it and gives no role. */
	casino: { id: string; name: string } | null;
	role: string | null;
	/** Sets the session; null where the person was signed in already. */
	cookie: string | null;
};

const why = "accepted an invitation";

/**
 * Accepts an invitation, once: account, membership, staff row and the invitation's end are one transaction under the
 * invitation's row lock. Then the product binds the person; if it is down, the schedule does that later (`bindInProduct`).
 *
 * Whose account: the link proves that its holder may come in, not that they own an account which exists — the vendor's
 * people can copy a link. So a new account is made and signed in by the link alone, but one that exists must be proven
 * by its password or by being signed in, and neither its password nor its name is changed.
 *
 * @throws InviteNotUsable, InvalidInput, AccountExists (sign in first), SignInFailed (wrong password), TooManyRequests
 */
export async function acceptInvite(input: AcceptInput): Promise<Accepted> {
	const { req, token } = input;
	const link = await findAccountLink({ req, token });
	if (link) return inTransaction(req, () => enterAccount(input));
	const invite = await findInvite({ req, token });
	let cookie: string | null = null;
	if ((await findAccount(req, invite.email)) !== null) {
		if (!isSignedInAs(req, invite.email)) {
			if (!input.password) throw new AccountExists();
			cookie = (await signInWithPassword({ req, email: invite.email, password: input.password })).cookie;
		}
	} else {
		await checkNewAccount(input, invite.email);
	}
	const { staffId, ...accepted } = await inTransaction(req, () => acceptLocked(input));
	await bindInProduct({ payload: req.payload, staffId });
	return { ...accepted, cookie: accepted.cookie ?? cookie };
}

/** An account that was created by hand, or whose owner was handed a link, is entered with a name and password of their own. */
async function enterAccount(input: AcceptInput): Promise<Accepted> {
	const { req, token, name, password } = input;
	const link = await findAccountLink({ req, token, forUpdate: true });
	if (!link) throw new InviteNotUsable("unknown");
	await checkNewAccount({ ...input, name: name ?? link.name }, link.email);
	const { user, cookie } = await acceptAccountLink({ req, link, token, name, password });
	return { user, casino: null, role: null, cookie };
}

async function acceptLocked(input: AcceptInput): Promise<Accepted & { staffId: string }> {
	const { req } = input;
	const invite = await findInvite({ req, token: input.token, forUpdate: true });
	const sql = await sqlOf(req);
	// Two invitations of one new person, accepted at once, make one account.
	await sql("SELECT pg_advisory_xact_lock(hashtextextended('account:' || $1, 0))", [invite.email]);
	const existing = await findAccount(req, invite.email);
	if (existing && !isSignedInAs(req, invite.email)) throw new AccountExists();
	const user = existing ?? (await createAccount(input, invite));
	if (existing) {
		await addMembership({ req, userId: existing.id, casinoId: invite.casinoId, role: invite.role, why });
	}
	await req.payload.update({
		collection: slug.staffInvites,
		id: invite.id,
		data: { status: "accepted", acceptedAt: new Date().toISOString(), acceptedBy: user.id },
		depth: 0,
		...asSystem(req, why),
	});
	// Saving the staff row has the plan reviewed, which asks whether the invitation was accepted.
	const staffId = await bindStaff({ req, invite, user, why });
	if (invite.isLinkMailed) await proveAddress({ req, userId: user.id, how: "invitation" });
	const cookie = existing ? null : (await signInAs({ req, userId: user.id, why: "invitation" })).cookie;
	const casino = { id: invite.casinoId, name: invite.casinoName };
	return { user, casino, role: invite.role, cookie, staffId };
}

type Account = { id: string; email: string; name: string };

/** The account with this address, its row held until the transaction ends, if there is one. */
async function findAccount(req: PayloadRequest, email: string): Promise<Account | null> {
	const sql = await sqlOf(req);
	const [account] = await sql<Account>("SELECT id, email, name FROM users WHERE email = $1 FOR UPDATE", [email]);
	return account ?? null;
}

function isSignedInAs({ user }: PayloadRequest, email: string): boolean {
	return user?.collection === slug.users && user.email === email;
}

async function checkNewAccount({ name, password, signInLink }: AcceptInput, email: string): Promise<void> {
	const problems = [];
	if (!name?.trim()) problems.push({ path: "name", message: "Give your name." });
	if (password !== undefined) {
		const message = await findChosenPasswordProblem(password, { email, name });
		if (message) problems.push({ path: "password", message });
	} else if (!signInLink) {
		problems.push({ path: "password", message: "Choose a password, or to sign in by link." });
	}
	if (problems.length > 0) throw new InvalidInput(problems);
}

async function createAccount(input: AcceptInput, invite: Invite): Promise<Account> {
	const { req } = input;
	await checkNewAccount(input, invite.email);
	const { id, email, name } = await req.payload.create({
		collection: slug.users,
		data: {
			email: invite.email,
			name: input.name?.trim() ?? invite.email,
			// Who signs in by link has a password nobody knows.
			...(input.password ? { password: input.password } : {}),
			memberships: [{ casino: invite.casinoId, roles: [invite.role] }],
			createdBy: invite.invitedBy,
		},
		depth: 0,
		...asSystem(req, why),
	});
	return { id, email, name };
}
