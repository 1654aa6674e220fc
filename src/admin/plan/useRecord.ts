"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import { callApi, sayFailure } from "../parts/callApi";
import { usePlan } from "./planContext";

/** Changes a record at a click: busy until the page shows what is stored, and in words when it was refused. */
export function useRecord(path: string): { isBusy: boolean; change(body: object): Promise<void> } {
	const { readAgain } = usePlan();
	const [isBusy, setBusy] = useState(false);
	const change = async (body: object) => {
		if (isBusy) return;
		setBusy(true);
		try {
			await callApi(`${path}?depth=0`, { method: "PATCH", body });
			await readAgain();
		} catch (error) {
			toast.error(sayFailure(error, "It could not be saved. Try again."));
		} finally {
			setBusy(false);
		}
	};
	return { isBusy, change };
}
