"use client";

import { useDocumentEvents, useDocumentInfo } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Reads a record's page again once its form was saved: Payload draws the fields anew then, and no panel beside them. */
export function useRefreshAfterSave(): void {
	const { id } = useDocumentInfo();
	const { mostRecentUpdate } = useDocumentEvents();
	const router = useRouter();
	const known = useRef(mostRecentUpdate);
	useEffect(() => {
		if (mostRecentUpdate === known.current) return;
		known.current = mostRecentUpdate;
		if (mostRecentUpdate?.id === id) router.refresh();
	}, [mostRecentUpdate, id, router]);
}
