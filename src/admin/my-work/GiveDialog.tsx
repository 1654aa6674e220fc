"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { ApiFailure } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { sayRoleName } from "../plan/sayRoleName";
import { nameItems, type WorkDialogProps } from "./workDialog";

/** Gives one or many items to a colleague, to oneself, or back to the role that is responsible. */
export function GiveDialog({ asked, state, selection, onClose }: WorkDialogProps) {
	const { people, me } = state.work;
	const [person, setPerson] = useState(me.id);
	const give = async () => {
		const done = await state.act(asked.items, { act: "assign", assignee: person || null });
		if (done.length === 0) throw new ApiFailure("None of them could be given: the rows say why.", 409);
		const name = people.find(({ id }) => id === person)?.name;
		toast.success(name ? `Given to ${person === me.id ? "you" : name}.` : "Given back to the role.");
		selection.clear(done);
	};
	const others = people.filter(({ id }) => id !== me.id);
	return (
		<ActDialog
			title={`Give to: ${nameItems(asked)}`}
			verb="Give"
			busyVerb="Saving…"
			isReady
			onClose={onClose}
			onAct={give}
		>
			{({ fields }) => (
				<DialogField
					label="Who does it"
					type="select"
					value={person}
					onChange={setPerson}
					problem={fields.assignee}
					hint="It stands in their My work."
					hasFocus
					options={[
						{ value: me.id, label: "You" },
						{ value: "", label: "Nobody in person: whoever has the role" },
						...others.map(({ id, name, role }) => ({ value: id, label: `${name} (${sayRoleName(role)})` })),
					]}
				/>
			)}
		</ActDialog>
	);
}
