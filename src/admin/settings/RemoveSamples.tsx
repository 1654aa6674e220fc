"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Samples } from "@/operations/samples/removeSamples";
import { ActDialog } from "../parts/ActDialog";
import { ApiFailure, callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { countSamples, describeRemoval } from "./sampleWords";
import "../invite/invite.css";

/** `words`: what the server takes as the confirmation. */
type Props = { samples: Samples; words: string };

/** How many samples there are, their removal, and afterwards what was removed. */
export function RemoveSamples({ samples, words }: Props) {
	const [isAsking, setAsking] = useState(false);
	const [done, setDone] = useState<string | null>(null);
	const router = useRouter();
	const count = countSamples(samples);
	const remove = async (confirm: string) => {
		const message = await removeAll(confirm);
		setDone(message);
		toast.success(message);
		router.refresh();
	};
	return (
		<section className="kt-invite" aria-label="Sample data">
			<div className="kt-invite__state">
				<p>{count ? `Sample data: ${count}.` : "Sample data: there are no samples."}</p>
				<p role="status">{done}</p>
			</div>
			{count ? (
				<div className="kt-invite__buttons">
					<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={() => setAsking(true)}>
						Remove samples…
					</Button>
				</div>
			) : null}
			{isAsking ? (
				<RemoveDialog samples={samples} words={words} onRemove={remove} onClose={() => setAsking(false)} />
			) : null}
		</section>
	);
}

/** Whoever comes second is told that nothing is left; that is no failure. */
async function removeAll(confirm: string): Promise<string> {
	try {
		const removed = await callApi<Samples>("/samples/remove", { body: { confirm } });
		return `Removed: ${countSamples(removed)}.`;
	} catch (error) {
		if (error instanceof ApiFailure && error.code === "no_samples") return "The samples were removed already.";
		throw error;
	}
}

type DialogProps = Props & { onRemove(confirm: string): Promise<void>; onClose(): void };

function RemoveDialog({ samples, words, onRemove, onClose }: DialogProps) {
	const [confirm, setConfirm] = useState("");
	const { removed, stays } = describeRemoval(samples);
	return (
		<ActDialog
			title="Remove samples"
			verb="Remove samples"
			busyVerb="Removing…"
			isDangerous
			isReady={confirm.trim().toLowerCase() === words}
			onClose={onClose}
			onAct={() => onRemove(confirm)}
		>
			{({ fields }) => (
				<>
					<p>Removed for good:</p>
					<Lines lines={removed} />
					<p>What stays:</p>
					<Lines lines={stays} />
					<DialogField
						label={`Type “${words}”`}
						value={confirm}
						onChange={setConfirm}
						problem={fields.confirm}
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
	<ul>
		{lines.map((line) => (
			<li key={line}>{line}</li>
		))}
	</ul>
);
