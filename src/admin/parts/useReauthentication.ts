"use client";

import { useEffect, useRef, useState } from "react";
import { callApi } from "./callApi";

type Answer = (isProved: boolean) => void;

/**
 * Answers that ask for the password again are looked at where they arrive, whatever sent the request: the password is asked for, the
 * request sent once more, and whoever waits for it hears its second answer only.
 * @returns the question, while there is one: `prove` throws what was wrong with the password, `giveUp` leaves the refusal as it was
 */
export function useReauthentication(): { prove(password: string): Promise<void>; close(): void } | null {
	const [isAsked, setAsked] = useState(false);
	const waiting = useRef<Answer[]>([]);
	const proved = useRef(false);
	useEffect(() => {
		const original = window.fetch;
		window.fetch = async (...call) => {
			const [url, init] = call;
			const again = url instanceof Request ? url.clone() : url;
			const answer = await original(...call);
			if (answer.status !== 401 || !(await asksForPassword(answer.clone()))) return answer;
			const isProved = await new Promise<boolean>((resolve) => {
				waiting.current.push(resolve);
				setAsked(true);
			});
			return isProved ? original(again, init) : answer;
		};
		return () => {
			window.fetch = original;
		};
	}, []);
	if (!isAsked) return null;
	return {
		async prove(password) {
			await callApi("/users/reauthenticate", { body: { password } });
			proved.current = true;
		},
		close() {
			setAsked(false);
			for (const answer of waiting.current.splice(0)) answer(proved.current);
			proved.current = false;
		},
	};
}

async function asksForPassword(answer: Response): Promise<boolean> {
	const content: { errors?: { code?: string }[] } | null = await answer.json().catch(() => null);
	return content?.errors?.[0]?.code === "reauthentication_required";
}
