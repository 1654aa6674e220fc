"use client";

import { useId, useState } from "react";
import { useModalDialog } from "@/admin/parts/useModalDialog";
import { useReauthentication } from "@/admin/parts/useReauthentication";
import { SubmitButton } from "./SubmitButton";
import { TextField } from "./TextField";
import { useSubmit } from "./useSubmit";

/** Asks for the password where an act takes a sign-in that is not long ago. */
export function AskPassword() {
	const asked = useReauthentication();
	return asked ? <Question prove={asked.prove} onClose={asked.close} /> : null;
}

function Question({ prove, onClose }: { prove(password: string): Promise<void>; onClose(): void }) {
	const [password, setPassword] = useState("");
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await prove(password);
		onClose();
	});
	const dialog = useModalDialog({ onClose, isBusy });
	const titleId = useId();
	return (
		<dialog {...dialog} className="sheet" aria-labelledby={titleId}>
			<form ref={form} className="form" onSubmit={submit} noValidate>
				<h2 id={titleId}>Enter your password again</h2>
				<p className="quiet">You signed in a while ago. If you have no password, sign out and in again instead.</p>
				<TextField
					label="Your password"
					type="password"
					autoComplete="current-password"
					value={password}
					onChange={({ target }) => setPassword(target.value)}
					problem={problem?.fields.password}
				/>
				<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
				<SubmitButton isBusy={isBusy} busy="Checking…">
					Continue
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={onClose}>
					Cancel
				</button>
			</form>
		</dialog>
	);
}
