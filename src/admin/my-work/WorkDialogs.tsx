"use client";

import type { WorkItem } from "@/operations/portfolio/readMyWork";
import { ApiFailure } from "../parts/callApi";
import type { Selection } from "../parts/useSelection";
import { AssignDialog } from "../plan/AssignDialog";
import { ProofDialog } from "../plan/ProofDialog";
import { PutOffDialog } from "../plan/PutOffDialog";
import { sayRoleName } from "../plan/sayRoleName";
import { KeysDialog } from "./KeysDialog";
import type { Asked } from "./MyWork";
import type { BulkAct, useWork } from "./useWork";

export type WorkDialogName = "tick" | "snooze" | "assign" | "help";

type Props = {
	asked: Asked;
	state: ReturnType<typeof useWork>;
	selection: Selection<WorkItem>;
	onClose(): void;
};

/** The dialog that was asked for. */
export function WorkDialogs({ asked: { dialog, items }, state, selection, onClose }: Props) {
	const [only] = items;
	const what = items.length === 1 && only ? only.title : `${items.length} items`;
	const act = async (body: BulkAct) => {
		const done = await state.act(items, body);
		if (done.length === 0) throw new ApiFailure("None of them could be changed: the rows say why.", 409);
		selection.clear(done);
	};
	switch (dialog) {
		case "tick":
			return only ? (
				<ProofDialog
					item={only}
					casinoId={only.casinoId}
					whose={[only.customer, only.phase].filter(Boolean).join(", ")}
					onClose={onClose}
					onTicked={() => {
						state.offerUndo([only]);
						selection.clear([only]);
						return state.readAgain();
					}}
				/>
			) : null;
		case "snooze":
			return (
				<PutOffDialog
					what={what}
					isPutOff={items.every(({ snoozedTo }) => snoozedTo !== null)}
					onClose={onClose}
					onPutOff={(until, reason) => act({ act: "snooze", until, reason })}
				/>
			);
		case "assign":
			return (
				<AssignDialog
					what={what}
					options={assigneesOf(state.work)}
					first={state.work.me.id}
					onClose={onClose}
					onAssign={(assignee) => act({ act: "assign", assignee })}
				/>
			);
		case "help":
			return <KeysDialog onClose={onClose} />;
	}
}

function assigneesOf({ people, me }: Props["state"]["work"]) {
	const others = people.filter(({ id }) => id !== me.id);
	return [
		{ value: me.id, label: "You" },
		{ value: "", label: "Nobody in person: whoever has the role" },
		...others.map(({ id, name, role }) => ({ value: id, label: `${name} (${sayRoleName(role)})` })),
	];
}
