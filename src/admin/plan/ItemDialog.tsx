"use client";

import { toast } from "@payloadcms/ui";
import { lowered } from "@/domain/inWords";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { callApi } from "../parts/callApi";
import { ReasonDialog } from "../parts/ReasonDialog";
import { AssignDialog } from "./AssignDialog";
import { assignItem } from "./assignItem";
import { NoteDialog } from "./NoteDialog";
import { OpinionDialog } from "./OpinionDialog";
import { ProofDialog } from "./ProofDialog";
import { PutOffDialog } from "./PutOffDialog";
import { type ItemDialogName, usePlan } from "./planContext";
import { SetAcceptanceDialog } from "./SetAcceptanceDialog";
import { sayRoleName } from "./sayRoleName";
import { WaiveDialog } from "./WaiveDialog";

type Props = { name: ItemDialogName; item: PlanItemView; onClose(): void; onTicked(item: PlanItemView): void };

/** The dialog that was asked for, about one item. */
export function ItemDialog({ name, item, onClose, onTicked }: Props) {
	const { plan, readAgain } = usePlan();
	const { title } = item;
	const write = async (act: string, body: object) => {
		await callApi(`/checklist-items/${item.id}/${act}`, { body });
		await readAgain();
	};
	const tell = () => {
		onTicked(item);
		return readAgain();
	};
	switch (name) {
		case "tick":
			return <ProofDialog item={item} casinoId={plan.casino.id} onTicked={tell} onClose={onClose} />;
		case "reopen":
			return (
				<ReasonDialog
					title={`Open again: ${title}`}
					verb="Open again"
					busyVerb="Opening…"
					says={<p>It waits to be done again. What proved it leaves the item and stands in the record.</p>}
					onClose={onClose}
					onAct={async (reason) => {
						await write("reopen", { reason });
						toast.success(`Open again: ${title}`);
					}}
				/>
			);
		case "snooze":
			return (
				<PutOffDialog
					what={title}
					isPutOff={item.snoozedTo !== null}
					onClose={onClose}
					onPutOff={(until, reason) => write("snooze", { until, reason })}
				/>
			);
		case "assign":
			return (
				<AssignDialog
					what={title}
					options={assigneesOf(plan, item)}
					first={item.assignee?.id ?? ""}
					onClose={onClose}
					onAssign={(assignee) => assignItem(item, assignee).then(readAgain)}
				/>
			);
		case "note":
			return <NoteDialog item={item} onClose={onClose} />;
		case "advise":
			return <OpinionDialog item={item} onClose={onClose} />;
		case "waive":
			return <WaiveDialog item={item} onClose={onClose} />;
		case "acceptance":
			return <SetAcceptanceDialog onClose={onClose} />;
	}
}

function assigneesOf({ people }: OnboardingPlan, item: PlanItemView) {
	const vendor = people.vendor.map(({ id, name, role }) => ({ value: id, label: `${name} (${sayRoleName(role)})` }));
	const customer = people.customer.map(({ id, name, roles }) => ({
		value: id,
		label: `${name} (customer: ${roles.map(sayRoleName).join(", ")})`,
	}));
	const known = item.owner === "vendor" ? [...vendor, ...customer] : [...customer, ...vendor];
	return [{ value: "", label: `Everybody who is ${lowered(sayRoleName(item.responsible))}` }, ...known];
}
