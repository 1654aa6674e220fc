"use client";

import { Button, toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SyncResult } from "@/operations/product/syncProduct";
import { callApi, sayFailure } from "../parts/callApi";
import { ImportDialog } from "./ImportDialog";

/** Brings a floor in from a file, and from here into the product. */
export function FloorActs({ casinoId, canSync }: { casinoId: string; canSync: boolean }) {
	const [isImporting, setImporting] = useState(false);
	const [isSyncing, setSyncing] = useState(false);
	const router = useRouter();
	const sync = async () => {
		setSyncing(true);
		try {
			const result = await callApi<SyncResult>(`/casinos/${casinoId}/floor-sync`, { body: {} });
			toast.success(inWords(result));
			router.refresh();
		} catch (error) {
			toast.error(sayFailure(error, "The floor could not be synced."));
		}
		setSyncing(false);
	};
	const button = { type: "button", size: "small", margin: false, buttonStyle: "secondary" } as const;
	return (
		<div className="kt-floor-acts">
			<Button {...button} onClick={() => setImporting(true)}>
				Import a file
			</Button>
			<Button {...button} disabled={!canSync || isSyncing} onClick={() => void sync()}>
				{isSyncing ? "Syncing…" : "Sync to the product"}
			</Button>
			{isImporting ? (
				<ImportDialog casinoId={casinoId} onDone={() => router.refresh()} onClose={() => setImporting(false)} />
			) : null}
		</div>
	);
}

function inWords({ areas, tables, frozenUntil, left, people }: SyncResult): string {
	const parts = frozenUntil
		? ["The freeze keeps settings and floor in the product as they are. People are in step."]
		: [`${areas} areas and ${tables} tables are in the product.`];
	if (left.length > 0) parts.push(`${left.length} tables stay out: they need an area and a game.`);
	if (people.differing.length > 0) parts.push(`${people.differing.length} people have another role there.`);
	return parts.join(" ");
}
