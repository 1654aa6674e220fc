"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/admin/parts/callApi";
import { SubmitButton } from "../../../parts/SubmitButton";
import { forgetToken, takeToken } from "../../../parts/takeToken";
import { useSubmit } from "../../../parts/useSubmit";

/** Waits for a press: mail scanners open links, and would use this one up. */
export function UseLink({ vendorName }: { vendorName: string }) {
	const [token, setToken] = useState<string | null | undefined>(undefined);
	useEffect(() => setToken(takeToken("sign-in")), []);
	const { form, isBusy, problem, general, submit } = useSubmit(async () => {
		await callApi("/sign-in-link/use", { body: { token } });
		forgetToken("sign-in");
		location.assign("/");
	});
	const isSpent = token === null || Boolean(problem?.code?.startsWith("sign_in_link_"));
	return (
		<section className="sheet">
			<header>
				<p className="overline">{vendorName}</p>
				<h1>{isSpent ? "This link does not work" : "Sign in with one press"}</h1>
			</header>
			<div role="alert">
				{general ? <p className="notice notice--bad">{general}</p> : null}
				{token === null ? <p className="notice">Open the link in your mail again, or ask for a new one.</p> : null}
			</div>
			{isSpent ? (
				<a className="button" href="/sign-in">
					Ask for a new link
				</a>
			) : (
				<form ref={form} className="form" onSubmit={submit}>
					<p>Press, and this browser is signed in.</p>
					<SubmitButton isBusy={isBusy || token === undefined} busy={isBusy ? "Signing in…" : "Opening…"}>
						Sign in
					</SubmitButton>
				</form>
			)}
		</section>
	);
}
