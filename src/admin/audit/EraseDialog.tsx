"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../parts/callApi";
import { useModalDialog } from "../parts/useModalDialog";

/** Erases a person from the record, after their address was typed twice. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
	const router = useRouter();
	const [email, setEmail] = useState("");
	const [confirm, setConfirm] = useState("");
	const [reason, setReason] = useState("");
	const [problem, setProblem] = useState<string | null>(null);
	const [isBusy, setBusy] = useState(false);
	const dialog = useModalDialog({ onClose, isBusy });
	const isSame = email.trim() !== "" && email.trim().toLowerCase() === confirm.trim().toLowerCase();
	const erase = async (submission: FormEvent) => {
		submission.preventDefault();
		setBusy(true);
		setProblem(null);
		try {
			const { keys } = await callApi<{ keys: number }>("/audit/erase-person", { body: { email, reason, confirm } });
			if (keys === 0) toast.info("The record knew nothing personal under this address. Nothing was erased.");
			else toast.success("Erased. What the record said about them can no longer be read; the chain is whole.");
			router.refresh();
			onClose();
		} catch (error) {
			setProblem(error instanceof Error ? error.message : "It could not be erased.");
			setBusy(false);
		}
	};
	return (
		<dialog {...dialog} className="kt-dialog" aria-labelledby="kt-erase-title">
			<form onSubmit={erase}>
				<h2 id="kt-erase-title">Erase a person</h2>
				<ul>
					<li>Names, addresses and numbers the record holds about them become “(erased)” for ever.</li>
					<li>Who did what, and when, stays; the chain still verifies.</li>
					<li>Their account, staff rows and messages are not touched: delete or change those first.</li>
				</ul>
				<label>
					E-mail address
					<input
						className="kt-input"
						type="email"
						required
						value={email}
						onChange={({ target }) => setEmail(target.value)}
					/>
				</label>
				<label>
					Why (do not name them: this stays)
					<input
						className="kt-input"
						required
						minLength={3}
						maxLength={2000}
						value={reason}
						onChange={({ target }) => setReason(target.value)}
					/>
				</label>
				<label>
					Type the address once more
					<input
						className="kt-input"
						type="email"
						required
						autoComplete="off"
						value={confirm}
						onChange={({ target }) => setConfirm(target.value)}
					/>
				</label>
				<p className="kt-problem" role="alert">
					{problem}
				</p>
				<div className="kt-dialog__buttons">
					<Button type="submit" className="kt-danger" disabled={isBusy || !isSame || reason.trim().length < 3}>
						{isBusy ? "Erasing…" : "Erase for ever"}
					</Button>
					<Button buttonStyle="secondary" onClick={onClose} disabled={isBusy}>
						Cancel
					</Button>
				</div>
			</form>
		</dialog>
	);
}
