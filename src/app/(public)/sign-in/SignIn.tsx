"use client";

import { type FormEvent, useEffect, useState } from "react";
import { ApiFailure, callApi } from "@/admin/parts/callApi";
import { SubmitButton } from "../../parts/SubmitButton";
import { TextField } from "../../parts/TextField";
import { useSubmit } from "../../parts/useSubmit";

const askForEmail = "Give your e-mail address.";

/** Said here rather than asked of the server: what is empty needs no round trip. */
function refuseEmpty(problems: Record<string, string>): void {
	const fields = Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem));
	if (Object.keys(fields).length > 0) throw new ApiFailure("Something is missing.", 400, null, fields);
}

/** Two ways in: a password, or a link that is mailed. */
export function SignIn({ vendorName, sendsMail }: { vendorName: string; sendsMail: boolean }) {
	const [email, setEmail] = useState("");
	const [password, setPassword] = useState("");
	const [mailedTo, setMailedTo] = useState<string | null>(null);
	useEffect(leaveIfSignedIn, []);

	const byPassword = useSubmit(async () => {
		refuseEmpty({ email: email.trim() ? "" : askForEmail, password: password ? "" : "Give your password." });
		await callApi("/users/login", { body: { email, password } });
		location.assign("/");
	});
	const byLink = useSubmit(async () => {
		refuseEmpty({ email: email.trim() ? "" : askForEmail });
		await callApi("/sign-in-link", { body: { email } });
		setMailedTo(email);
		return "stay";
	});
	const isBusy = byPassword.isBusy || byLink.isBusy;
	const submitWith = (way: typeof byPassword, other: typeof byPassword) => (event: FormEvent) => {
		other.clear();
		if (!isBusy) way.submit(event);
	};
	const general = byPassword.general ?? byLink.general;

	if (mailedTo) return <Mailed to={mailedTo} onBack={() => setMailedTo(null)} />;
	return (
		<section className="sheet">
			<header>
				<p className="overline">{vendorName}</p>
				<h1>Sign in</h1>
			</header>
			<form ref={byPassword.form} className="form" onSubmit={submitWith(byPassword, byLink)} noValidate>
				<TextField
					label="E-mail"
					type="email"
					name="email"
					autoComplete="username"
					inputMode="email"
					autoCapitalize="none"
					spellCheck={false}
					value={email}
					onChange={(event) => setEmail(event.target.value)}
					problem={byPassword.problem?.fields.email ?? byLink.problem?.fields.email}
				/>
				<TextField
					label="Password"
					type="password"
					name="password"
					autoComplete="current-password"
					value={password}
					onChange={(event) => setPassword(event.target.value)}
					problem={byPassword.problem?.fields.password}
				/>
				<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
				<SubmitButton isBusy={byPassword.isBusy} busy="Signing in…">
					Sign in
				</SubmitButton>
				{sendsMail ? (
					<p className="quiet">
						<a href="/new-password">Password forgotten?</a>
					</p>
				) : null}
				{sendsMail ? (
					<button
						type="button"
						className="button button--quiet"
						aria-disabled={byLink.isBusy}
						onClick={submitWith(byLink, byPassword)}
					>
						{byLink.isBusy ? "Asking for a link…" : "Mail me a link instead"}
					</button>
				) : (
					<p className="quiet">Password forgotten? This server sends no mail at present. Ask below to be let in.</p>
				)}
			</form>
		</section>
	);
}

/** Said to everybody who asks, whether they have an account or not. */
function Mailed({ to, onBack }: { to: string; onBack(): void }) {
	return (
		<section className="sheet" role="status">
			<header>
				<p className="overline">Sign in</p>
				<h1>Look in your mail</h1>
			</header>
			<p>
				If <strong>{to}</strong> has an account, a sign-in link is on its way there. It works once, within 15 minutes.
			</p>
			<p className="quiet">Nothing after a minute or two? Look among unwanted mail, and check the address above.</p>
			<button type="button" className="button button--quiet" onClick={onBack}>
				Try another way
			</button>
		</section>
	);
}

/** Who comes from a link in a mail is not recognised by the page itself, only by what the page asks: browsers tell them apart. */
function leaveIfSignedIn(): () => void {
	const control = new AbortController();
	callApi<{ user: object | null }>("/users/me", { signal: control.signal }).then(
		({ user }) => user && location.replace("/"),
		() => {},
	);
	return () => control.abort();
}
