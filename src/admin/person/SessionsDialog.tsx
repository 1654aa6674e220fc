"use client";

import { Button } from "@payloadcms/ui";
import { ReadDialog } from "../parts/ReadDialog";
import { RelativeTime } from "../parts/RelativeTime";
import { useSessions } from "../parts/useSessions";

/** Where one is signed in, and ending it there. */
export function SessionsDialog({ onClose }: { onClose(): void }) {
	const { sessions, problem, isBusy, end } = useSessions();
	const button = { type: "button", size: "small", margin: false, disabled: isBusy } as const;
	return (
		<ReadDialog
			title="Where you are signed in"
			isBusy={isBusy}
			onClose={onClose}
			buttons={
				<>
					<Button {...button} size="medium" buttonStyle="secondary" onClick={onClose}>
						Close
					</Button>
					{sessions && sessions.length > 1 ? (
						<Button {...button} size="medium" onClick={() => end({ others: true })}>
							End all others
						</Button>
					) : null}
				</>
			}
		>
			<p role="alert">{problem}</p>
			{sessions === null && !problem ? <p role="status">Reading…</p> : null}
			<ul className="kt-signins">
				{sessions?.map(({ id, device, address, startedAt, lastUsedAt, isOwn }) => (
					<li key={id}>
						<div>
							<strong>{device}</strong>
							{isOwn ? " (this one)" : null}
							<br />
							{address}, signed in <RelativeTime at={startedAt} />, last used <RelativeTime at={lastUsedAt} />
						</div>
						{isOwn ? null : (
							<Button {...button} buttonStyle="secondary" onClick={() => end({ id })}>
								End
							</Button>
						)}
					</li>
				))}
			</ul>
		</ReadDialog>
	);
}
