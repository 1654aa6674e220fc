"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { sayDay } from "@/domain/calendar/sayDay";
import { ActDialog } from "../parts/ActDialog";
import { DialogField, isReason } from "../parts/DialogField";

type Props = {
	/** “Send the invoice”, or “3 items”. */
	what: string;
	/** It was put off before: without a day it is due by the plan again. */
	isPutOff: boolean;
	onPutOff(until: string | null, reason: string): Promise<void>;
	onClose(): void;
};

/** Puts one or many items off to a later day, with the reason; or takes them back to the dates of the plan. */
export function PutOffDialog({ what, isPutOff, onPutOff, onClose }: Props) {
	const [day, setDay] = useState("");
	const [reason, setReason] = useState("");
	const isBack = isPutOff && day === "";
	const putOff = async () => {
		await onPutOff(isBack ? null : day, reason);
		toast.success(isBack ? "Due by the plan again." : `Put off to ${sayDay(day)}.`);
	};
	return (
		<ActDialog
			title={`Put off: ${what}`}
			verb={isBack ? "Take back to the plan" : "Put off"}
			busyVerb="Saving…"
			isReady={isReason(reason) && (isBack || day !== "")}
			onClose={onClose}
			onAct={putOff}
		>
			{({ fields }) => (
				<>
					<p>Dates that hang on it move along, and the go-live is expected again.</p>
					<DialogField
						label="Until"
						type="date"
						value={day}
						onChange={setDay}
						problem={fields.until}
						hint={isPutOff ? "Left empty, the plan's date counts again." : undefined}
						hasFocus
					/>
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}
