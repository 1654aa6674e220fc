"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { Stance } from "@/domain/playbook/opinion";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "./planContext";

const answers: { value: Stance | ""; label: string }[] = [
	{ value: "", label: "Choose" },
	{ value: "agree", label: "I agree" },
	{ value: "concern", label: "I have a concern" },
];

/** What a consulted person thinks of an item. Nothing waits for it. */
export function OpinionDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { readAgain, me } = usePlan();
	const given = item.opinions.find(({ person }) => person?.id === me.id);
	const [stance, setStance] = useState<Stance | "">(given?.stance ?? "");
	const [words, setWords] = useState(given?.words ?? "");
	const save = async () => {
		await callApi(`/checklist-items/${item.id}/opinion`, { body: { stance, words } });
		toast.success("Your opinion is recorded.");
		await readAgain();
	};
	return (
		<ActDialog
			title={`Your opinion: ${item.title}`}
			verb="Save opinion"
			busyVerb="Saving…"
			isReady={stance === "agree" || (stance === "concern" && words.trim() !== "")}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<>
					<p>
						You are consulted. Nothing waits for your answer; you can change it until the item is done.{" "}
						{item.owner === "customer" && item.isVisibleToCustomer
							? "The customer reads it, without your name."
							: "The customer does not see it."}
					</p>
					<DialogField
						label="Answer"
						type="select"
						options={answers}
						value={stance}
						onChange={(value) => setStance(value as Stance)}
						problem={fields.stance}
						hasFocus
					/>
					<DialogField
						label={stance === "concern" ? "What concerns you" : "Comment (optional)"}
						type="textarea"
						value={words}
						onChange={setWords}
						problem={fields.words}
					/>
				</>
			)}
		</ActDialog>
	);
}
