"use client";

import { useState } from "react";
import { ActDialog } from "../parts/ActDialog";
import { ApiFailure } from "../parts/callApi";
import { type ClashingField, type Conflict, type RefusedSave, saveChosen } from "./refusedSave";
import "./conflict.css";

type Props = { refused: RefusedSave & { data: Conflict }; onClose(): void };

/** What changed since the record was opened, by whom, and the choice at each field. Nothing typed is lost by closing it. */
export function ConflictDialog({ refused, onClose }: Props) {
	const { conflicts } = refused.data;
	const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
	const choose = (path: string, isTheirs: boolean) => {
		const next = new Set(theirs);
		if (isTheirs) next.add(path);
		else next.delete(path);
		setTheirs(next);
	};
	const save = async () => {
		const answer = await saveChosen(refused, refused.data, theirs);
		if (!answer.ok)
			throw new ApiFailure("It changed again, or could not be saved. Close this and save once more.", answer.status);
		// The form still holds what it was opened with.
		window.location.reload();
	};
	return (
		<ActDialog
			title="This record changed while you edited it"
			verb="Save with these"
			busyVerb="Saving…"
			isReady
			onAct={save}
			onClose={onClose}
		>
			{() => (
				<>
					<p>Your other changes are kept. Choose what each of these fields should say.</p>
					{conflicts.map((field) => (
						<Choice
							key={field.path}
							field={field}
							isTheirs={theirs.has(field.path)}
							onChoose={(isTheirs) => choose(field.path, isTheirs)}
						/>
					))}
				</>
			)}
		</ActDialog>
	);
}

type ChoiceProps = { field: ClashingField; isTheirs: boolean; onChoose(isTheirs: boolean): void };

function Choice({ field, isTheirs, onChoose }: ChoiceProps) {
	const { path, label, shown, by, at } = field;
	const option = (isOther: boolean, name: string, value: string | undefined) => (
		<label>
			<input type="radio" name={`conflict-${path}`} checked={isTheirs === isOther} onChange={() => onChoose(isOther)} />
			<span>
				<strong>{name}</strong> {inReadersZone(value)}
			</span>
		</label>
	);
	return (
		<fieldset className="kt-conflict">
			<legend>{label}</legend>
			<p>
				{by ?? "Somebody"} changed it{at ? ` on ${inReadersZone(at)}` : ""}. Before: {inReadersZone(shown.before)}
			</p>
			{option(false, "Keep mine:", shown.mine)}
			{"theirs" in shown ? option(true, "Take theirs:", shown.theirs) : null}
		</fieldset>
	);
}

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function inReadersZone(value: string | undefined): string {
	if (!value) return "nothing";
	return moment.test(value)
		? new Date(value).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })
		: value;
}
