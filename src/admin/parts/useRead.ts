"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { callApi, sayFailure } from "./callApi";

/**
 * What a route of ours answers: read once, and again when asked for. A later reading takes the place of one under way.
 * @param otherwise what to say of a failure that says nothing itself
 */
export function useRead<Result>(path: string, otherwise: string) {
	const [read, setRead] = useState<Result | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const stop = useRef<AbortController>(null);
	const readAgain = useCallback(() => {
		stop.current?.abort();
		const reading = new AbortController();
		stop.current = reading;
		callApi<Result>(path, { signal: reading.signal })
			.then((answer) => {
				setRead(answer);
				setProblem(null);
			})
			.catch((error: unknown) => {
				if (!reading.signal.aborted) setProblem(sayFailure(error, otherwise));
			});
	}, [path, otherwise]);
	useEffect(() => {
		readAgain();
		return () => stop.current?.abort();
	}, [readAgain]);
	return { read, problem, readAgain };
}
