"use client";

import { Button, toast } from "@payloadcms/ui";
import { useState } from "react";
import { counted } from "@/domain/inWords";
import type { Announcement } from "@/operations/announcements/readAnnouncement";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { ReadDialog } from "../parts/ReadDialog";
import { StatusBadge } from "../parts/StatusBadge";
import { useRead } from "../parts/useRead";
import { usePlan } from "./planContext";
import { sayRoleName } from "./sayRoleName";

/** Reads the announcement, and lets it be sent to the people it names, who are shown before. */
export function AnnouncementDialog({ onClose }: { onClose(): void }) {
	const { plan } = usePlan();
	const path = `/onboardings/${plan.onboardingId}/announcement`;
	const { read, problem } = useRead<Announcement>(path, "The announcement could not be read.");
	if (read && read.sentAt === null) return <Sending path={path} draft={read} onClose={onClose} />;
	const close = (
		<Button type="button" size="medium" margin={false} buttonStyle="secondary" onClick={onClose}>
			Close
		</Button>
	);
	return (
		<ReadDialog title={read ? read.subject : "Go-live announcement"} onClose={onClose} buttons={close}>
			{problem ? <p role="alert">{problem}</p> : null}
			{read ? (
				<>
					<p style={{ whiteSpace: "pre-line" }}>{read.text}</p>
					<People announcement={read} />
				</>
			) : null}
		</ReadDialog>
	);
}

function Sending({ path, draft, onClose }: { path: string; draft: Announcement; onClose(): void }) {
	const { readAgain } = usePlan();
	const [subject, setSubject] = useState(draft.subject);
	const [text, setText] = useState(draft.text);
	const send = async () => {
		const to = draft.people.map(({ email }) => email);
		const { people } = await callApi<{ people: number }>(path, { body: { subject, text, to } });
		toast.success(`Announced to ${counted(people, "person", "people")}.`);
		await readAgain();
	};
	return (
		<ActDialog
			title="Announce the go-live"
			verb={`Send to ${counted(draft.people.length, "person", "people")}`}
			busyVerb="Sending…"
			isReady={draft.people.length > 0 && subject.trim() !== "" && text.trim() !== ""}
			onClose={onClose}
			onAct={send}
		>
			{({ fields }) => (
				<>
					<DialogField
						label="Subject"
						value={subject}
						onChange={setSubject}
						problem={fields.subject}
						hint="{name}, {workspace} and {address} are filled in for each person."
						hasFocus
					/>
					<DialogField label="Text" type="textarea" value={text} onChange={setText} problem={fields.text} />
					<p>It is sent once. Whoever comes later is sent the same, until the onboarding is over.</p>
					<People announcement={draft} />
				</>
			)}
		</ActDialog>
	);
}

function People({ announcement: { people, withoutAddress } }: { announcement: Announcement }) {
	return (
		<>
			<h4>To</h4>
			{people.length === 0 ? <p>Nobody the announcement names has an address yet.</p> : null}
			<ul className="kt-people">
				{people.map(({ name, email, roles, status }) => (
					<li key={email}>
						<span>
							{name} <span className="kt-muted">{email}</span>
						</span>
						<span className="kt-muted">{roles.map(sayRoleName).join(", ")}</span>
						{status ? <StatusBadge status={status} /> : null}
					</li>
				))}
			</ul>
			{withoutAddress.length > 0 ? (
				<p>Without an address, and not written to: {withoutAddress.map(({ name }) => name).join(", ")}.</p>
			) : null}
		</>
	);
}
