"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";

/** Erases a person from the record, after their address was typed twice. */
export function EraseDialog({ onClose }: { onClose(): void }) {
	const router = useRouter();
	const [email, setEmail] = useState("");
	const [confirm, setConfirm] = useState("");
	const [reason, setReason] = useState("");
	const isSame = email.trim() !== "" && email.trim().toLowerCase() === confirm.trim().toLowerCase();
	const erase = async () => {
		const { keys } = await callApi<{ keys: number }>("/audit/erase-person", { body: { email, reason, confirm } });
		if (keys === 0) toast.info("The record knew nothing personal under this address. Nothing was erased.");
		else toast.success("Erased. What the record said about them can no longer be read; the chain is whole.");
		router.refresh();
	};
	return (
		<ActDialog
			title="Erase a person"
			verb="Erase for ever"
			busyVerb="Erasing…"
			isDangerous
			isReady={isSame && isReason(reason)}
			onClose={onClose}
			onAct={erase}
		>
			{({ fields }) => (
				<>
					<ul>
						<li>Names, addresses and numbers the record holds about them become “(erased)” for ever.</li>
						<li>Who did what, and when, stays; the chain still verifies.</li>
						<li>Their account, staff rows and messages are not touched: delete or change those first.</li>
					</ul>
					<DialogField label="E-mail address" value={email} onChange={setEmail} problem={fields.email} hasFocus />
					<DialogField
						label="Why (do not name them: this stays)"
						type="textarea"
						value={reason}
						onChange={setReason}
						problem={fields.reason}
					/>
					<DialogField
						label="Type the address once more"
						value={confirm}
						onChange={setConfirm}
						problem={fields.confirm}
					/>
				</>
			)}
		</ActDialog>
	);
}
