"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { DialogField } from "../parts/DialogField";

type Props = {
	/** “Send the invoice”, or “3 items”. */
	what: string;
	/** People by their id; under "" whoever has the role. */
	options: { value: string; label: string }[];
	/** Who is offered first. */
	first: string;
	onAssign(assignee: string | null): Promise<void>;
	onClose(): void;
};

/** Gives one or many items to a person, or back to everybody of the role. */
export function AssignDialog({ what, options, first, onAssign, onClose }: Props) {
	const [person, setPerson] = useState(first);
	const assign = async () => {
		await onAssign(person || null);
		toast.success(`Assigned: ${options.find(({ value }) => value === person)?.label}.`);
	};
	return (
		<ActDialog title={`Assign: ${what}`} verb="Assign" busyVerb="Assigning…" isReady onClose={onClose} onAct={assign}>
			{({ fields }) => (
				<DialogField
					label="Who does it"
					type="select"
					value={person}
					onChange={setPerson}
					options={options}
					problem={fields.assignee}
					hint="It stands on their own list."
					hasFocus
				/>
			)}
		</ActDialog>
	);
}
