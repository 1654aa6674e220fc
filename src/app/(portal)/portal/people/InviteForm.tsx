"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { type CustomerRole, grants } from "@/access/roles";
import { callApi } from "@/admin/parts/callApi";
import { sayRoleName } from "@/admin/plan/sayRoleName";
import { SubmitButton } from "../../../parts/SubmitButton";
import { TextField } from "../../../parts/TextField";
import { useFirstFocus } from "../../../parts/useFirstFocus";
import { useOpener } from "../../../parts/useOpener";
import { useSubmit } from "../../../parts/useSubmit";

type Props = { casinoId: string; suggested: CustomerRole };

const offered = grants.casino_admin ?? [];

/** The casino's administrator asks a colleague in. */
export function InviteForm({ casinoId, suggested }: Props) {
	const [isOpen, setOpen] = useState(false);
	const opener = useOpener(isOpen);
	const [invited, setInvited] = useState<string | null>(null);
	return (
		<>
			<p role="status" className={invited ? "notice notice--good" : "kt-sr"}>
				{invited ? `${invited} is invited.` : ""}
			</p>
			{isOpen ? (
				<Fields
					casinoId={casinoId}
					suggested={suggested}
					onEnd={(name) => {
						setOpen(false);
						setInvited(name);
					}}
				/>
			) : (
				<button ref={opener} type="button" className="button button--quiet button--small" onClick={() => setOpen(true)}>
					Invite a colleague
				</button>
			)}
		</>
	);
}

function Fields({ casinoId, suggested, onEnd }: Props & { onEnd(invited: string | null): void }) {
	const router = useRouter();
	const id = useId();
	const [person, setPerson] = useState({
		name: "",
		email: "",
		role: offered.includes(suggested) ? suggested : ("cashier" as CustomerRole),
	});
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi("/staff-invites?depth=0", { body: { casino: casinoId, ...person } });
		router.refresh();
		onEnd(person.name.trim() || person.email);
		return "stay";
	});
	useFirstFocus(form);
	const problems = problem?.fields ?? {};
	return (
		<form ref={form} className="form todo__form" onSubmit={submit} noValidate aria-label="Invite a colleague">
			<TextField
				label="Name"
				value={person.name}
				problem={problems.name}
				onChange={({ target }) => setPerson({ ...person, name: target.value })}
				autoComplete="off"
			/>
			<TextField
				label="E-mail"
				type="email"
				inputMode="email"
				value={person.email}
				problem={problems.email}
				onChange={({ target }) => setPerson({ ...person, email: target.value })}
				autoComplete="off"
			/>
			<div className="field">
				<label htmlFor={id}>Role</label>
				<select
					id={id}
					value={person.role}
					onChange={({ target }) => setPerson({ ...person, role: target.value as CustomerRole })}
				>
					{offered.map((role) => (
						<option key={role} value={role}>
							{sayRoleName(role)}
						</option>
					))}
				</select>
				<p className="quiet">Your vendor invites sponsors and finance contacts.</p>
			</div>
			<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
			<div className="buttons">
				<SubmitButton isBusy={isBusy} busy="Inviting…">
					Invite
				</SubmitButton>
				<button type="button" className="button button--quiet" onClick={() => onEnd(null)}>
					Not now
				</button>
			</div>
		</form>
	);
}
