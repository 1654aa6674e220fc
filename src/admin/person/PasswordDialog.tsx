"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { minPasswordLength } from "@/domain/findPasswordProblem";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";

/** One's own password, with the one that holds now. */
export function PasswordDialog({ onClose }: { onClose(): void }) {
	const [currentPassword, setCurrent] = useState("");
	const [password, setPassword] = useState("");
	return (
		<ActDialog
			title="Change your password"
			verb="Change password"
			busyVerb="Changing…"
			isReady={currentPassword !== "" && password !== ""}
			onAct={async () => {
				await callApi("/users/password", { body: { currentPassword, password } });
				toast.success("Your password is changed. Your other sessions have ended.");
			}}
			onClose={onClose}
		>
			{({ fields }) => (
				<>
					<DialogField
						label="Current password"
						type="password"
						autoComplete="current-password"
						value={currentPassword}
						onChange={setCurrent}
						problem={fields.currentPassword}
						hasFocus
					/>
					<DialogField
						label="New password"
						type="password"
						autoComplete="new-password"
						value={password}
						onChange={setPassword}
						problem={fields.password}
						hint={`At least ${minPasswordLength} characters.`}
					/>
				</>
			)}
		</ActDialog>
	);
}
