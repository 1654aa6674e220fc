"use client";

import { useEffect, useState } from "react";
import { ApiFailure, callApi } from "@/admin/parts/callApi";
import type { InviteView } from "@/operations/invites/lookAtInvite";
import { forgetToken, takeToken } from "../../parts/takeToken";
import { AcceptForm } from "./AcceptForm";
import { InviteProblem } from "./InviteProblem";

type Look = { token: string; invite: InviteView } | { problem: { code: string | null; message: string } };

/** Reads the link, asks what it invites to, and lets it be accepted. */
export function AcceptInvite({ sendsMail }: { sendsMail: boolean }) {
	const [look, setLook] = useState<Look | null>(null);
	useEffect(() => {
		const control = new AbortController();
		const read = () => {
			const token = takeToken("invite");
			if (!token) return setLook({ problem: { code: "no_token", message: "" } });
			callApi<InviteView>("/invites/look", { body: { token }, signal: control.signal }).then(
				(invite) => setLook({ token, invite }),
				(error: unknown) => {
					if (control.signal.aborted) return;
					const isKnown = error instanceof ApiFailure;
					if (isKnown && error.status !== 0 && error.status !== 429) forgetToken("invite");
					setLook({ problem: { code: isKnown ? error.code : null, message: isKnown ? error.message : String(error) } });
				},
			);
		};
		read();
		// Another link opened in this tab changes nothing but the part behind `#`.
		addEventListener("hashchange", read);
		return () => {
			removeEventListener("hashchange", read);
			control.abort();
		};
	}, []);

	if (look === null) {
		return (
			<section className="sheet" aria-busy="true">
				<h1>Your invitation</h1>
				<p role="status" className="quiet">
					Opening your invitation…
				</p>
				<div className="waiting" aria-hidden="true">
					<span />
					<span />
					<span />
				</div>
			</section>
		);
	}
	if ("problem" in look) return <InviteProblem {...look.problem} />;
	return (
		<AcceptForm
			token={look.token}
			invite={look.invite}
			sendsMail={sendsMail}
			onSpent={(problem) => setLook({ problem })}
		/>
	);
}
