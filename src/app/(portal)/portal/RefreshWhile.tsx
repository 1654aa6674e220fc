"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every few seconds while set-up moves and somebody looks. */
export function RefreshWhile({ isMoving }: { isMoving: boolean }) {
	const router = useRouter();
	useEffect(() => {
		if (!isMoving) return;
		const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), 3_000);
		return () => clearInterval(timer);
	}, [isMoving, router]);
	return null;
}
