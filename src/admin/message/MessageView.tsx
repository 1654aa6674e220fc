"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import type { MessagePreview } from "@/operations/views/readMessagePreview";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { StatusBadge } from "../parts/StatusBadge";
import "./message.css";

const forms = ["html", "text"] as const;
const formWords = { html: "HTML", text: "Text" };

/** A mail in both its forms, how it stands, and sending it again. */
export function MessageView({ preview }: { preview: MessagePreview }) {
	return (
		<section className="kt-mail" aria-label="The mail">
			<div className="kt-mail__head">
				<div>
					<h2>{preview.subject}</h2>
					<p>
						To {preview.to}{" "}
						<StatusBadge status={preview.status} tone={preview.status === "held" ? "warn" : undefined} />
					</p>
					{preview.error ? <p>{preview.error}</p> : null}
				</div>
				{preview.mayResend ? <Resend preview={preview} /> : null}
			</div>
			{preview.body ? <Forms body={preview.body} /> : <p role="alert">It cannot be drawn: {preview.problem}</p>}
			<p className="kt-muted">
				A personal link is made when the mail is sent, stands in no record and is left out here.
			</p>
		</section>
	);
}

function Forms({ body }: { body: NonNullable<MessagePreview["body"]> }) {
	const [form, setForm] = useState<(typeof forms)[number]>("html");
	const id = useId();
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
		const next = form === "html" ? "text" : "html";
		setForm(next);
		document.getElementById(`${id}-${next}`)?.focus();
	};
	return (
		<>
			<div className="kt-mail__tabs" role="tablist" aria-label="Form" onKeyDown={onKeyDown}>
				{forms.map((one) => (
					<button
						key={one}
						type="button"
						role="tab"
						id={`${id}-${one}`}
						aria-selected={form === one}
						aria-controls={`${id}-panel`}
						tabIndex={form === one ? 0 : -1}
						onClick={() => setForm(one)}
					>
						{formWords[one]}
					</button>
				))}
			</div>
			<div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${form}`} className="kt-mail__panel">
				{form === "html" ? (
					// No script, no form, no link of it reaches this page: its data came from outside.
					<iframe title="The mail as HTML" sandbox="" srcDoc={body.html} />
				) : (
					<pre>{body.text}</pre>
				)}
			</div>
		</>
	);
}

function Resend({ preview }: { preview: MessagePreview }) {
	const [isOpen, setOpen] = useState(false);
	const router = useRouter();
	return (
		<>
			<Button type="button" buttonStyle="primary" size="small" margin={false} onClick={() => setOpen(true)}>
				Send again
			</Button>
			{isOpen ? (
				<ActDialog
					title="Send the message again"
					verb="Send again"
					busyVerb="Queuing…"
					isReady
					onClose={() => setOpen(false)}
					onAct={async () => {
						await callApi(`/messages/${preview.messageId}/resend`, { body: {} });
						toast.success("The message is queued.");
						router.refresh();
					}}
				>
					{() => (
						<>
							<p>
								“{preview.subject}” goes to {preview.to} once more. A personal link in it is made new; the one before
								stops working.
							</p>
							{preview.canSend ? null : (
								<p>No mail server is configured (SMTP_URL): it will be held again, to be read here and passed on.</p>
							)}
						</>
					)}
				</ActDialog>
			) : null}
		</>
	);
}
