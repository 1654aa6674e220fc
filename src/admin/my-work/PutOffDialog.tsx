"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { ApiFailure } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";
import { endOfDay } from "../parts/endOfDay";
import { sayDay } from "../parts/sayTime";
import { nameItems, type WorkDialogProps } from "./workDialog";

/** Puts one or many items off to a later day, with the reason; or takes them back to the dates of the plan. */
export function PutOffDialog({ asked, state, selection, onClose }: WorkDialogProps) {
	const [day, setDay] = useState("");
	const [reason, setReason] = useState("");
	const isBack = day === "" && asked.items.every(({ snoozedTo }) => snoozedTo !== null);
	const putOff = async () => {
		// Items of several casinos are put off at once: the day is that of whoever chooses it.
		const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
		const until = isBack ? null : endOfDay(day, timeZone);
		const done = await state.act(asked.items, { act: "snooze", until, reason });
		if (done.length === 0) throw new ApiFailure("None of them could be put off: the rows say why.", 409);
		toast.success(isBack ? "Due by the plan again." : `Put off to ${sayDay(day)}.`);
		selection.clear(done);
	};
	return (
		<ActDialog
			title={`Put off: ${nameItems(asked)}`}
			verb={isBack ? "Take back to the plan" : "Put off"}
			busyVerb="Saving…"
			isReady={isReason(reason) && (isBack || day !== "")}
			onClose={onClose}
			onAct={putOff}
		>
			{({ fields }) => (
				<>
					<p>Dates that hang on it move along, and the go-live is expected anew.</p>
					<DialogField
						label="Until"
						type="date"
						value={day}
						onChange={setDay}
						problem={fields.until}
						hint={isBack ? "Left empty, the plan's date counts again." : undefined}
						hasFocus
					/>
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}
