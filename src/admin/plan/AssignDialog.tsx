"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { OnboardingPlan, PlanItemView } from "@/operations/plan/onboardingPlan";
import { ActDialog } from "../parts/ActDialog";
import { ApiFailure, callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "./planContext";
import { sayRoleName } from "./sayRoleName";

type Outcomes = { outcomes: { ok: boolean; message?: string }[] };

/** Gives an item to one of the vendor's people or of the customer's, or back to everybody of the role. */
export function AssignDialog({ item, onClose }: { item: PlanItemView; onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const [person, setPerson] = useState(item.assignee?.id ?? "");
	const assign = async () => {
		const assignee = person || null;
		if (item.mayAct) {
			const { outcomes } = await callApi<Outcomes>("/checklist-items/acts", {
				body: { ids: [item.id], act: "assign", assignee },
			});
			const [outcome] = outcomes;
			if (!outcome?.ok) throw new ApiFailure(outcome?.message ?? "It could not be assigned.", 409);
		} else {
			// Who may not sign an item may still say whose it is.
			await callApi(`/checklist-items/${item.id}?depth=0`, { method: "PATCH", body: { assignee } });
		}
		toast.success(assignee ? "Assigned." : `For everybody who is ${sayRoleName(item.responsible).toLowerCase()}.`);
		await readAgain();
	};
	return (
		<ActDialog
			title={`Assign: ${item.title}`}
			verb="Assign"
			busyVerb="Assigning…"
			isReady={person !== (item.assignee?.id ?? "")}
			onClose={onClose}
			onAct={assign}
		>
			{({ fields }) => (
				<DialogField
					label="Who does it"
					type="select"
					value={person}
					onChange={setPerson}
					options={optionsOf(plan, item)}
					problem={fields.assignee}
					hint="It stands on their list of today."
					hasFocus
				/>
			)}
		</ActDialog>
	);
}

function optionsOf({ people }: OnboardingPlan, item: PlanItemView) {
	const vendor = people.vendor.map(({ id, name, role }) => ({ value: id, label: `${name} (${sayRoleName(role)})` }));
	const customer = people.customer.map(({ id, name, roles }) => ({
		value: id,
		label: `${name} (customer: ${roles.map(sayRoleName).join(", ")})`,
	}));
	const known = item.owner === "vendor" ? [...vendor, ...customer] : [...customer, ...vendor];
	return [{ value: "", label: `Everybody who is ${sayRoleName(item.responsible).toLowerCase()}` }, ...known];
}
