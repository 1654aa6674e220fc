"use client";

import { Button } from "@payloadcms/ui";
import { useEffect, useId, useRef, useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { RelativeTime } from "../parts/RelativeTime";
import { useModalDialog } from "../parts/useModalDialog";

type Minted = { url: string; expiresAt: string };

/** Warns that the link before dies, makes a fresh one, and shows it this once. */
export function LinkDialog({ path, email, onClose }: { path: string; email: string; onClose(): void }) {
	const minted = useRef<Minted | null>(null);
	const [shown, setShown] = useState<Minted | null>(null);
	if (shown) return <Shown link={shown} email={email} onClose={onClose} />;
	return (
		<ActDialog
			title="Make a fresh link?"
			verb="Make the link"
			busyVerb="Making it…"
			isReady
			onAct={async () => {
				minted.current = await callApi<Minted>(path, { body: {} });
			}}
			// The dialog closes itself after its act, too: then there is a link to show.
			onClose={() => (minted.current ? setShown(minted.current) : onClose())}
		>
			{() => (
				<p>
					You get a link to hand to <strong>{email}</strong> in person. Any link they have now, mailed ones too, stops
					working. It is recorded that you made one, and their address counts as not proved until they follow a mailed
					link.
				</p>
			)}
		</ActDialog>
	);
}

function Shown({ link, email, onClose }: { link: Minted; email: string; onClose(): void }) {
	const dialog = useModalDialog({ onClose });
	const field = useRef<HTMLInputElement>(null);
	const id = useId();
	const [isCopied, setCopied] = useState(false);
	useEffect(() => field.current?.select(), []);
	const copy = async () => {
		field.current?.select();
		await navigator.clipboard.writeText(link.url);
		setCopied(true);
	};
	return (
		<dialog {...dialog} className="kt-dialog" aria-labelledby={`${id}-title`}>
			<h3 id={`${id}-title`}>The link for {email}</h3>
			<div className="kt-dialog__body">
				<p>
					Copy it now: it is shown this once and kept nowhere. It works once, until <RelativeTime at={link.expiresAt} />
					. Whoever holds it can come in, so hand it to nobody else.
				</p>
				<div className="kt-field">
					<label htmlFor={`${id}-link`}>Link</label>
					<input
						ref={field}
						id={`${id}-link`}
						readOnly
						value={link.url}
						onFocus={(event) => event.target.select()}
						onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
					/>
				</div>
				<p role="status">{isCopied ? "Copied." : ""}</p>
			</div>
			<div className="kt-dialog__buttons">
				<Button type="button" buttonStyle="secondary" size="medium" margin={false} onClick={onClose}>
					Close
				</Button>
				<Button type="button" size="medium" margin={false} onClick={copy}>
					Copy the link
				</Button>
			</div>
		</dialog>
	);
}
