"use client";

import { useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import { SubmitButton } from "../../../parts/SubmitButton";
import { TextField } from "../../../parts/TextField";
import { useSubmit } from "../../../parts/useSubmit";
import { useWork } from "./planWork";

/** The sponsor says that this is their primary tool. */
export function SignOff() {
	const { plan, onSaved } = useWork();
	const [name, setName] = useState("");
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi(`/onboardings/${plan.onboardingId}/sign-off`, { body: { name } });
		onSaved(null, "Thank you. It is your primary tool, signed and on record.");
		return "stay";
	});
	const last = plan.adoption.weeks.at(-1);
	return (
		<section className="panel step" aria-label="Your next step">
			<p className="overline">Your next step</p>
			<h2>Sign that this is your primary tool</h2>
			<p>
				You are live and it is used as agreed{last?.percent ? `: ${last.percent} % of shifts in week ${last.week}` : ""}
				. With your name you say that your team works with it first, for the agreed workflows.
			</p>
			<form ref={form} className="form" onSubmit={submit} noValidate>
				<TextField
					label="Your full name"
					hint="Your name, your account and the moment are kept as your signature."
					value={name}
					problem={problem?.fields.name}
					onChange={({ target }) => setName(target.value)}
					autoComplete="name"
				/>
				<div role="alert">{general ? <p className="notice notice--bad">{general}</p> : null}</div>
				<div className="buttons">
					<SubmitButton isBusy={isBusy} busy="Signing…">
						Sign
					</SubmitButton>
				</div>
			</form>
		</section>
	);
}
