"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import { minPasswordLength } from "@/domain/findPasswordProblem";
import type { PortalHome } from "@/operations/views/readPortalHome";
import { SubmitButton } from "../../parts/SubmitButton";
import { TextField } from "../../parts/TextField";
import { useSubmit } from "../../parts/useSubmit";
import { Sessions } from "./Sessions";

type Person = PortalHome["person"];

/** Whoever has not proved their address is told what that means, and how it is done. */
export function AddressNotice({ person, sendsMail }: { person: Person; sendsMail: boolean }) {
	const [said, setSaid] = useState<string | null>(null);
	if (person.isProved || person.isVendor) return null;
	if (!sendsMail) return <p className="notice">Your address is not proved: what you sign is marked so.</p>;
	const ask = async () => {
		setSaid("…");
		try {
			await callApi("/sign-in-link", { body: { email: person.email } });
			setSaid(`A link is on its way to ${person.email}. Open it in this browser.`);
		} catch (error) {
			setSaid(error instanceof Error ? error.message : String(error));
		}
	};
	return (
		<p className="notice" role="status">
			{said ?? (
				<>
					Confirm your e-mail address before you sign or approve anything.{" "}
					<button type="button" className="link-button" onClick={ask}>
						Mail me a link
					</button>
				</>
			)}
		</p>
	);
}

/** One's own name, as it stands under a signature, password and sessions. */
export function YourAccount({ person }: { person: Person }) {
	const [isOpen, setOpen] = useState(false);
	return (
		<details className="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary>Your account</summary>
			<NameForm person={person} />
			<PasswordForm />
			{isOpen ? <Sessions /> : null}
		</details>
	);
}

function NameForm({ person }: { person: Person }) {
	const router = useRouter();
	const [name, setName] = useState(person.name);
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi(`/users/${person.id}?depth=0`, { method: "PATCH", body: { name: name.trim() } });
		router.refresh();
		return "stay";
	});
	return (
		<form ref={form} className="form" onSubmit={submit} noValidate aria-label="Your name">
			<TextField
				label="Your name"
				hint="You sign with this name."
				autoComplete="name"
				maxLength={200}
				value={name}
				onChange={({ target }) => setName(target.value)}
				problem={problem?.fields.name}
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<SubmitButton isBusy={isBusy} busy="Saving…">
				Save your name
			</SubmitButton>
		</form>
	);
}

function PasswordForm() {
	const [currentPassword, setCurrent] = useState("");
	const [password, setPassword] = useState("");
	const [isDone, setDone] = useState(false);
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi("/users/password", { body: { currentPassword, password } });
		setCurrent("");
		setPassword("");
		setDone(true);
		return "stay";
	});
	return (
		<form ref={form} className="form" onSubmit={submit} noValidate aria-label="Your password">
			<p role="status" className={isDone ? "notice notice--good" : "kt-sr"}>
				{isDone ? "Your password is changed. Your other sessions have ended." : ""}
			</p>
			<TextField
				label="Current password"
				type="password"
				autoComplete="current-password"
				value={currentPassword}
				onChange={({ target }) => setCurrent(target.value)}
				problem={problem?.fields.currentPassword}
			/>
			<TextField
				label="New password"
				type="password"
				autoComplete="new-password"
				hint={`At least ${minPasswordLength} characters.`}
				value={password}
				onChange={({ target }) => setPassword(target.value)}
				problem={problem?.fields.password}
			/>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<SubmitButton isBusy={isBusy} busy="Changing…">
				Change password
			</SubmitButton>
		</form>
	);
}
