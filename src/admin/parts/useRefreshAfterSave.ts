"use client";

import { useDocumentEvents, useDocumentInfo } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Refreshes a record's page once its form was saved: Payload draws the fields again then, and no panel beside them. */
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
