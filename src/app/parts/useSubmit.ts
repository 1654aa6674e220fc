"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { ApiFailure } from "@/admin/parts/callApi";

type Problem = { message: string; code: string | null; fields: Readonly<Record<string, string>> };

/**
 * Runs a form: one submission at a time, what was typed stays, and the first field with a problem gets the focus.
 * `act` ends with leaving the page where it can: the form stays busy then.
 */
export function useSubmit(act: () => Promise<unknown>): {
	form: RefObject<HTMLFormElement | null>;
	isBusy: boolean;
	problem: Problem | null;
	/** What is wrong with the form as a whole: the message, unless it stands at a field. */
	general: string | null;
	submit(event: FormEvent): void;
	clear(): void;
} {
	const form = useRef<HTMLFormElement>(null);
	const [isBusy, setBusy] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isBusy) return;
		setBusy(true);
		setProblem(null);
		act().then(
			(stays) => {
				if (stays === "stay") setBusy(false);
			},
			(error: unknown) => {
				setProblem(toProblem(error));
				setBusy(false);
				requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
			},
		);
	};
	const general = problem && Object.keys(problem.fields).length === 0 ? problem.message : null;
	return { form, isBusy, problem, general, submit, clear: () => setProblem(null) };
}

function toProblem(error: unknown): Problem {
	if (error instanceof ApiFailure) return { message: error.message, code: error.code, fields: error.fields };
	return { message: "Something went wrong in this page. Reload it and try again.", code: null, fields: {} };
}
