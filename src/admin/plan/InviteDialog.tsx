"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { type CustomerRole, customerRoles } from "@/access/roles";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { usePlan } from "./planContext";
import { sayRoleName } from "./sayRoleName";

/** Asks one of the customer's people in, in the role that is needed. */
export function InviteDialog({ role, onClose }: { role: CustomerRole; onClose(): void }) {
	const { plan, readAgain } = usePlan();
	const known = { operations_lead: plan.people.operationsLead, casino_admin: plan.people.adminContact } as const;
	const [person, setPerson] = useState({
		role,
		name: known[role as keyof typeof known] ?? "",
		email: "",
	});
	const invite = async () => {
		const { name, email } = person;
		await callApi("/staff-invites?depth=0", {
			body: { casino: plan.casino.id, role: person.role, email: email.trim(), name: name.trim() || undefined },
		});
		toast.success(`Invited: ${name.trim() || email.trim()}`);
		await readAgain();
	};
	return (
		<ActDialog
			title={`Invite somebody of ${plan.casino.name}`}
			verb="Invite"
			busyVerb="Inviting…"
			isReady={person.email.includes("@")}
			onClose={onClose}
			onAct={invite}
		>
			{({ fields }) => (
				<>
					<DialogField
						label="Role"
						type="select"
						value={person.role}
						onChange={(value) => setPerson({ ...person, role: value as CustomerRole })}
						options={customerRoles.map((value) => ({ value, label: sayRoleName(value) }))}
						problem={fields.role}
					/>
					<DialogField
						label="Name"
						value={person.name}
						onChange={(name) => setPerson({ ...person, name })}
						problem={fields.name}
					/>
					<DialogField
						label="E-mail"
						value={person.email}
						onChange={(email) => setPerson({ ...person, email })}
						problem={fields.email}
						hint="The invitation goes there. Its record offers a link to hand over in person."
						hasFocus
					/>
				</>
			)}
		</ActDialog>
	);
}
