"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { ActDialog } from "./ActDialog";
import { DialogField, isReason } from "./DialogField";

type Props = Omit<ComponentProps<typeof ActDialog>, "isReady" | "onAct" | "children"> & {
	/** What will happen. */
	says: ReactNode;
	label?: string;
	hint?: string;
	onAct(reason: string): Promise<void>;
};

/** Asks for a reason before something is done, and for nothing else. */
export function ReasonDialog({ says, label = "Reason", hint, onAct, ...dialog }: Props) {
	const [reason, setReason] = useState("");
	return (
		<ActDialog {...dialog} isReady={isReason(reason)} onAct={() => onAct(reason)}>
			{({ fields }) => (
				<>
					{says}
					<DialogField
						label={label}
						type="textarea"
						value={reason}
						onChange={setReason}
						// It is the only field: whatever is wrong stands at it.
						problem={Object.values(fields)[0]}
						hint={hint}
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}
