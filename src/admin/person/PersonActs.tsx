"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PersonActions } from "@/operations/views/readPersonActions";
import { LinkDialog } from "../invite/LinkDialog";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { RelativeTime } from "../parts/RelativeTime";
import { PasswordDialog } from "./PasswordDialog";
import { SessionsDialog } from "./SessionsDialog";
import "../invite/invite.css";

/** Whether the address is proved, and the ways into the account. */
export function PersonActs({ person }: { person: PersonActions }) {
	const [act, setAct] = useState<"link" | "password" | "sessions" | "end" | null>(null);
	const router = useRouter();
	const close = () => {
		setAct(null);
		router.refresh();
	};
	const post = async (path: string, body: object, message: string) => {
		try {
			await callApi(path, { body });
			toast.success(message);
		} catch (error) {
			toast.error(error instanceof Error ? error.message : String(error));
		}
		router.refresh();
	};
	const { userId, email, isOwn, provedAt, sendsMail } = person;
	return (
		<section className="kt-invite" aria-label="The account">
			<Standing person={person} />
			<div className="kt-invite__buttons">
				{isOwn ? <ActButton onPress={() => setAct("password")}>Change password</ActButton> : null}
				{isOwn ? <ActButton onPress={() => setAct("sessions")}>Where I am signed in</ActButton> : null}
				{person.mayEndSessions ? <ActButton onPress={() => setAct("end")}>Sign out everywhere</ActButton> : null}
				{isOwn && !provedAt && sendsMail ? (
					<ActButton onPress={() => post("/sign-in-link", { email }, `A sign-in link is on its way to ${email}`)}>
						Mail me a sign-in link
					</ActButton>
				) : null}
				{person.mayInvite ? (
					<ActButton
						onPress={() =>
							post(`/users/${userId}/invite`, {}, sendsMail ? `Mailed to ${email}` : "The mail is held: see Messages")
						}
					>
						Mail the link again
					</ActButton>
				) : null}
				{person.mayMakeLink ? <ActButton onPress={() => setAct("link")}>Create a link</ActButton> : null}
			</div>
			{act === "link" ? <LinkDialog path={`/users/${userId}/link`} email={email} onClose={close} /> : null}
			{act === "sessions" ? <SessionsDialog onClose={close} /> : null}
			{act === "end" ? (
				<ReasonDialog
					title={`Sign ${email} out everywhere?`}
					says={<p>All their sessions end at once. Their password stays, and they can sign in again.</p>}
					verb="Sign them out"
					busyVerb="Signing out…"
					onAct={async (reason) => {
						await callApi(`/users/${userId}/end-sessions`, { body: { reason } });
					}}
					onClose={close}
				/>
			) : null}
			{act === "password" ? <PasswordDialog onClose={close} /> : null}
		</section>
	);
}

function Standing({ person: { provedAt, createdBy, hasEntered, sendsMail } }: { person: PersonActions }) {
	return (
		<div className="kt-invite__state">
			<p>
				{provedAt ? (
					<>
						Address proved <RelativeTime at={provedAt} />
					</>
				) : (
					`Address not proved${sendsMail ? ": they sign and approve nothing until they follow a mailed link." : ": what they sign is marked so."}`
				)}
			</p>
			{createdBy ? <p>Created or invited by {createdBy}.</p> : null}
			{hasEntered ? null : <p>Nobody has entered this account yet.</p>}
		</div>
	);
}

function ActButton({ onPress, children }: { onPress(): void; children: string }) {
	return (
		<Button type="button" size="small" margin={false} buttonStyle="secondary" onClick={onPress}>
			{children}
		</Button>
	);
}
