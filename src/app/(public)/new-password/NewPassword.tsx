"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import { minPasswordLength } from "@/domain/findPasswordProblem";
import { SubmitButton } from "../../parts/SubmitButton";
import { TextField } from "../../parts/TextField";
import { forgetToken, takeToken } from "../../parts/takeToken";
import { useSubmit } from "../../parts/useSubmit";

const linkName = "new-password";

/** With the link of a mail: choose a password. Without one: ask for the mail. */
export function NewPassword({ vendorName }: { vendorName: string }) {
	const [token, setToken] = useState<string | null | undefined>(undefined);
	useEffect(() => setToken(takeToken(linkName)), []);
	const isAsking = token === null;
	return (
		<section className="sheet">
			<header>
				<p className="overline">{vendorName}</p>
				<h1>{isAsking ? "Password forgotten?" : "Choose a new password"}</h1>
			</header>
			{isAsking ? <AskForMail /> : <ChoosePassword token={token} onSpent={() => setToken(null)} />}
			<p className="quiet">
				<a href="/sign-in">Back to sign-in</a>
			</p>
		</section>
	);
}

function ChoosePassword({ token, onSpent }: { token: string | undefined; onSpent(): void }) {
	const [password, setPassword] = useState("");
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi("/users/reset-password", { body: { token, password } });
		forgetToken(linkName);
		location.assign("/");
	});
	const isSpent = Boolean(problem?.code?.startsWith("password_reset_"));
	return (
		<form ref={form} className="form" onSubmit={submit} noValidate>
			<TextField
				label="New password"
				type="password"
				name="password"
				autoComplete="new-password"
				hint={`At least ${minPasswordLength} characters. Three or four words make a good one.`}
				value={password}
				onChange={({ target }) => setPassword(target.value)}
				problem={problem?.fields.password}
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			{isSpent ? (
				<button
					type="button"
					className="button"
					onClick={() => {
						forgetToken(linkName);
						onSpent();
					}}
				>
					Ask for a new link
				</button>
			) : (
				<SubmitButton isBusy={isBusy || token === undefined} busy="Saving…">
					Save and sign in
				</SubmitButton>
			)}
		</form>
	);
}

function AskForMail() {
	const [email, setEmail] = useState("");
	const [mailedTo, setMailedTo] = useState<string | null>(null);
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi("/users/forgot-password", { body: { email } });
		setMailedTo(email);
		return "stay";
	});
	return (
		<form ref={form} className="form" onSubmit={submit} noValidate>
			<p role="status" className={mailedTo ? "notice notice--good" : "kt-sr"}>
				{mailedTo
					? `If ${mailedTo} has an account, a link to a new password is on its way there. It works once, for an hour.`
					: ""}
			</p>
			<TextField
				label="E-mail"
				type="email"
				name="email"
				autoComplete="username"
				inputMode="email"
				autoCapitalize="none"
				spellCheck={false}
				value={email}
				onChange={({ target }) => setEmail(target.value)}
				problem={problem?.fields.email}
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<SubmitButton isBusy={isBusy} busy="Asking for a link…">
				Mail me a link
			</SubmitButton>
		</form>
	);
}
