"use client";

import { type ReactNode, useState } from "react";
import { ActDialog } from "./ActDialog";
import { DialogField } from "./DialogField";
import { useReauthentication } from "./useReauthentication";

/** Around the whole admin panel: asks for the password where an act takes a sign-in that is not long ago. */
export function AskPassword({ children }: { children: ReactNode }) {
	const asked = useReauthentication();
	const [password, setPassword] = useState("");
	const close = () => {
		setPassword("");
		asked?.close();
	};
	return (
		<>
			{children}
			{asked ? (
				<ActDialog
					title="Enter your password again"
					verb="Continue"
					busyVerb="Checking…"
					isReady={password !== ""}
					onAct={() => asked.prove(password)}
					onClose={close}
				>
					{({ fields }) => (
						<>
							<p>
								You signed in a while ago, and this changes keys, rights or a person’s data. If you have no password,
								sign out and in again instead.
							</p>
							<DialogField
								label="Your password"
								type="password"
								autoComplete="current-password"
								value={password}
								onChange={setPassword}
								problem={fields.password}
								hasFocus
							/>
						</>
					)}
				</ActDialog>
			) : null}
		</>
	);
}
