"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { useSessions } from "@/admin/parts/useSessions";

/** Where one is signed in, and ending it there. */
export function Sessions() {
	const { sessions, problem, isBusy, end } = useSessions();
	return (
		<section className="form" aria-label="Where you are signed in">
			<h3>Where you are signed in</h3>
			<div role="alert">{problem ? <p className="notice notice--bad">{problem}</p> : null}</div>
			<ul className="sessions">
				{sessions?.map(({ id, device, address, startedAt, lastUsedAt, isOwn }) => (
					<li key={id}>
						<span>
							<strong>{device}</strong>
							{isOwn ? " (this one)" : null}
							<br />
							{address}, signed in <RelativeTime at={startedAt} />, last used <RelativeTime at={lastUsedAt} />
						</span>
						{isOwn ? null : (
							<button
								type="button"
								className="button button--quiet button--small"
								aria-disabled={isBusy}
								onClick={() => isBusy || end({ id })}
							>
								End
							</button>
						)}
					</li>
				))}
			</ul>
			{sessions && sessions.length > 1 ? (
				<button
					type="button"
					className="button button--quiet"
					aria-disabled={isBusy}
					onClick={() => isBusy || end({ others: true })}
				>
					End all others
				</button>
			) : null}
		</section>
	);
}
