"use client";

import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import { sayRoleName } from "@/admin/plan/sayRoleName";
import { findPasswordProblem, minPasswordLength } from "@/domain/findPasswordProblem";
import type { InviteView } from "@/operations/invites/lookAtInvite";
import { SubmitButton } from "../../parts/SubmitButton";
import { TextField } from "../../parts/TextField";
import { forgetToken } from "../../parts/takeToken";
import { useSubmit } from "../../parts/useSubmit";

type Props = {
	token: string;
	invite: InviteView;
	sendsMail: boolean;
	/** The invitation cannot be accepted any more: it was, or it was withdrawn, while the page stood open. */
	onSpent(problem: { code: string | null; message: string }): void;
};

/** In the reader's own zone: this is drawn in the browser only. */
const sayEnd = (at: string) =>
	new Intl.DateTimeFormat("en-GB", {
		weekday: "long",
		day: "numeric",
		month: "long",
		hour: "2-digit",
		minute: "2-digit",
	}).format(new Date(at));

/** One task: say who you are, and come in. */
export function AcceptForm({ token, invite, sendsMail, onSpent }: Props) {
	const [name, setName] = useState(invite.name ?? "");
	const [password, setPassword] = useState("");
	const [wantsLink, setWantsLink] = useState(false);
	const [isLeft, setLeft] = useState(false);
	const isNew = !invite.hasAccount;
	const isYou = invite.signedInAs === invite.email;
	const needsPassword = isNew ? !wantsLink : !isYou;

	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		const secret = needsPassword ? { password } : { signInLink: true };
		try {
			await callApi("/invites/accept", { body: { token, name: isNew ? name : undefined, ...secret } });
		} catch (error) {
			const { code = null, message = "" } = error as { code?: string | null; message?: string };
			if (code?.startsWith("invite_")) {
				forgetToken("invite");
				onSpent({ code, message });
			}
			throw error;
		}
		forgetToken("invite");
		location.assign("/");
	});
	const early = isNew && isLeft && password ? findPasswordProblem(password, { email: invite.email, name }) : null;

	return (
		<section className="sheet">
			<header>
				<p className="overline">{invite.vendorName} invites you</p>
				<h1>{invite.casinoName ? `Join ${invite.casinoName}` : "Open your account"}</h1>
			</header>
			<dl className="facts">
				{invite.role ? (
					<div>
						<dt>Your role</dt>
						<dd>{sayRoleName(invite.role)}</dd>
					</div>
				) : null}
				<div>
					<dt>E-mail</dt>
					<dd>{invite.email}</dd>
				</div>
				<div>
					<dt>Open until</dt>
					<dd>
						<time dateTime={invite.expiresAt}>{sayEnd(invite.expiresAt)}</time>
					</dd>
				</div>
			</dl>
			{invite.signedInAs && !isYou ? (
				<p className="notice">
					You are signed in as {invite.signedInAs}. Accepting signs this browser in as {invite.email} instead.
				</p>
			) : null}
			<form ref={form} className="form" onSubmit={submit} noValidate>
				<input type="hidden" name="username" autoComplete="username" value={invite.email} readOnly />
				{isNew ? (
					<TextField
						label="Your name"
						name="name"
						autoComplete="name"
						maxLength={200}
						value={name}
						onChange={(event) => setName(event.target.value)}
						problem={problem?.fields.name}
					/>
				) : null}
				{needsPassword ? (
					<TextField
						label={isNew ? "Choose a password" : "Your password"}
						type="password"
						name="password"
						autoComplete={isNew ? "new-password" : "current-password"}
						value={password}
						onChange={(event) => setPassword(event.target.value)}
						onBlur={() => setLeft(true)}
						hint={
							isNew
								? `At least ${minPasswordLength} characters. Three or four words make a good one.`
								: "You have an account with this address already. Its password lets you in."
						}
						problem={early ?? problem?.fields.password}
					/>
				) : null}
				{isNew && wantsLink ? (
					<p className="notice notice--good">
						You come in now. Next time, ask for a sign-in link and it is mailed to {invite.email}.
					</p>
				) : null}
				<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
				<SubmitButton isBusy={isBusy} busy="Opening the door…">
					{isYou ? `Accept as ${invite.email}` : "Accept and sign in"}
				</SubmitButton>
				{isNew && sendsMail ? (
					<button type="button" className="link-button" onClick={() => setWantsLink(!wantsLink)}>
						{wantsLink ? "Choose a password instead" : "No password: mail me a link when I sign in"}
					</button>
				) : null}
				{!isNew && !isYou && sendsMail ? (
					<p className="quiet">
						Password forgotten? <a href="/sign-in">Sign in by mailed link</a> in this tab, then open the invitation
						again.
					</p>
				) : null}
			</form>
		</section>
	);
}
