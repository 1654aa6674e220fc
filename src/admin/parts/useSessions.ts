"use client";

import { useState } from "react";
import type { Session } from "@/operations/users/sessions";
import { callApi, sayFailure } from "./callApi";
import { useRead } from "./useRead";

/** One's own sessions, and how to end them. */
export function useSessions() {
	const {
		read,
		problem: unread,
		readAgain,
	} = useRead<{ sessions: Session[] }>("/users/sessions", "Your sessions could not be read.");
	const [problem, setProblem] = useState<string | null>(null);
	const [isBusy, setBusy] = useState(false);
	const end = async (which: { id: string } | { others: true }) => {
		setBusy(true);
		setProblem(null);
		try {
			await callApi("/users/sessions/end", { body: which });
		} catch (error) {
			setProblem(sayFailure(error, "It could not be ended. Try again."));
		}
		setBusy(false);
		readAgain();
	};
	return { sessions: read?.sessions ?? null, problem: problem ?? unread, isBusy, end };
}
