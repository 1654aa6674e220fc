"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ConflictDialog } from "./ConflictDialog";
import { conflictClosed } from "./KeepUnsaved";
import { type Conflict, type RefusedSave, readConflict } from "./refusedSave";

/**
 * Around the whole admin panel: shows what a refused save ran into, whichever of Payload's buttons sent it. Its form tells nobody the
 * answer it got, so answers are looked at where they arrive.
 */
export function EditConflicts({ children }: { children: ReactNode }) {
	const [refused, setRefused] = useState<(RefusedSave & { data: Conflict }) | null>(null);
	useEffect(() => {
		const original = window.fetch;
		window.fetch = async (...call) => {
			const answer = await original(...call);
			if (answer.status === 409 || answer.status === 412) {
				const data = await readConflict(answer.clone());
				const [url, init] = call;
				if (data && typeof url === "string" && init) setRefused({ url, init, data });
			}
			return answer;
		};
		return () => {
			window.fetch = original;
		};
	}, []);
	const close = () => {
		setRefused(null);
		window.dispatchEvent(new Event(conflictClosed));
	};
	return (
		<>
			{children}
			{refused && <ConflictDialog key={refused.data.updatedAt} refused={refused} onClose={close} />}
		</>
	);
}
