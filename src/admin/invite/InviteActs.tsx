"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InviteActions } from "@/operations/views/readInviteActions";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { LinkDialog } from "./LinkDialog";
import "./invite.css";

type Act = "link" | "resend" | "revoke";

/** Where the invitation is, and the ways to bring it to its person, or to take it back. */
export function InviteActs({ invite }: { invite: InviteActions }) {
	const [act, setAct] = useState<Act | null>(null);
	const router = useRouter();
	const close = () => setAct(null);
	const done = (message: string) => {
		toast.success(message);
		router.refresh();
	};
	const post = (verb: Act) => callApi(`/staff-invites/${invite.inviteId}/${verb}`, { body: {} });
	return (
		<section className="kt-invite" aria-label="The invitation">
			<Standing invite={invite} />
			{invite.mayAct ? (
				<div className="kt-invite__buttons">
					{invite.mayMakeLink ? (
						<ActButton isFirst={!invite.sendsMail} onPress={() => setAct("link")}>
							Create a link
						</ActButton>
					) : null}
					<ActButton isFirst={invite.sendsMail && invite.status === "expired"} onPress={() => setAct("resend")}>
						Send again
					</ActButton>
					<ActButton onPress={() => setAct("revoke")}>Withdraw</ActButton>
				</div>
			) : null}
			{act === "link" ? (
				<LinkDialog
					path={`/staff-invites/${invite.inviteId}/link`}
					email={invite.email}
					onClose={() => {
						close();
						router.refresh();
					}}
				/>
			) : null}
			{act === "resend" ? (
				<ActDialog
					title="Send the invitation again?"
					verb="Send again"
					busyVerb="Sending…"
					isReady
					onAct={async () => {
						await post("resend");
						done(invite.sendsMail ? `A mail is on its way to ${invite.email}` : "The mail is held: see Messages");
					}}
					onClose={close}
				>
					{() => (
						<>
							<p>
								A new mail goes to <strong>{invite.email}</strong>. Its link takes the place of the one before, which
								stops working.
							</p>
							{invite.sendsMail ? null : (
								<p>
									This server sends no mail (SMTP_URL is not set): the message is held. An administrator can create a
									link instead.
								</p>
							)}
						</>
					)}
				</ActDialog>
			) : null}
			{act === "revoke" ? (
				<ActDialog
					title="Withdraw the invitation?"
					verb="Withdraw"
					busyVerb="Withdrawing…"
					isDangerous
					isReady
					onAct={async () => {
						await post("revoke");
						done("The invitation is withdrawn");
					}}
					onClose={close}
				>
					{() => (
						<p>
							The link stops working, and <strong>{invite.email}</strong> is listed among {invite.casinoName}'s invited
							staff no longer. They can be invited again.
						</p>
					)}
				</ActDialog>
			) : null}
		</section>
	);
}

function Standing({ invite }: { invite: InviteActions }) {
	const { status, mail, sendsMail } = invite;
	return (
		<div className="kt-invite__state">
			<p>
				<StatusBadge
					status={status}
					label={
						{ pending: "Waiting for them", accepted: "Accepted", expired: "Expired", revoked: "Withdrawn" }[status]
					}
				/>
				{status === "accepted" ? <RelativeTime at={invite.acceptedAt} /> : null}
				{status === "pending" ? (
					<span>
						ends <RelativeTime at={invite.expiresAt} />
					</span>
				) : null}
				{status === "expired" ? <RelativeTime at={invite.expiresAt} /> : null}
			</p>
			{mail ? (
				<p>
					{
						{
							queued: "The mail waits to go out, since",
							sent: "Mailed",
							held: "The mail was held,",
							failed: "The mail was not delivered,",
						}[mail.status]
					}{" "}
					<RelativeTime at={mail.at} />
					{sendsMail || status !== "pending"
						? "."
						: ". This server sends no mail: an administrator can create a link to hand over."}
				</p>
			) : null}
		</div>
	);
}

function ActButton({ isFirst = false, onPress, children }: { isFirst?: boolean; onPress(): void; children: string }) {
	return (
		<Button type="button" size="small" margin={false} buttonStyle={isFirst ? "primary" : "secondary"} onClick={onPress}>
			{children}
		</Button>
	);
}
