"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { type CustomerRole, customerRoles } from "@/access/roles";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { instantOf } from "../parts/instantOf";
import { usePlan } from "../plan/planContext";
import { sayRoleName } from "../plan/sayRoleName";

/** Plans a session for a role; whoever holds it stands on its list. */
export function TrainingDialog({ onClose }: { onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const [role, setRole] = useState<CustomerRole>("pit_boss");
	const [title, setTitle] = useState("");
	const [at, setAt] = useState("");
	const [trainer, setTrainer] = useState("");
	const [place, setPlace] = useState("");
	const people = plan.people.roster.filter((one) => one.role === role);
	const save = async () => {
		await callApi(`/${slug.trainingSessions}?depth=0`, {
			body: {
				casino: plan.casino.id,
				onboarding: plan.onboardingId,
				title: title.trim(),
				role,
				at: instantOf(at, plan.casino.timezone),
				...(trainer.trim() ? { trainer: trainer.trim() } : {}),
				...(place.trim() ? { place: place.trim() } : {}),
				attendees: people.map(({ id }) => ({ person: id, hasAttended: false })),
			},
		});
		toast.success("The session is planned.");
		await readAgain();
	};
	return (
		<ActDialog
			title="Plan a training session"
			verb="Plan the session"
			busyVerb="Saving…"
			isReady={title.trim() !== "" && at !== ""}
			onClose={onClose}
			onAct={save}
		>
			{({ fields }) => (
				<>
					<DialogField label="Title" value={title} onChange={setTitle} problem={fields.title} hasFocus />
					<DialogField
						label="For"
						type="select"
						value={role}
						onChange={(value) => setRole(value as CustomerRole)}
						options={customerRoles.map((value) => ({ value, label: sayRoleName(value) }))}
						problem={fields.role}
						hint={
							people.length > 0
								? `On its list: ${people.map(({ name }) => name).join(", ")}.`
								: "Nobody on the roster holds this role yet."
						}
					/>
					<DialogField
						label="When"
						type="datetime-local"
						value={at}
						onChange={setAt}
						problem={fields.at}
						hint={`Time zone: ${plan.casino.timezone}`}
					/>
					<DialogField label="Trainer" value={trainer} onChange={setTrainer} problem={fields.trainer} />
					<DialogField label="Place or link" value={place} onChange={setPlace} problem={fields.place} />
				</>
			)}
		</ActDialog>
	);
}
