"use client";

import { toast } from "@payloadcms/ui";
import { useState } from "react";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { callApi, sayFailure } from "../parts/callApi";

/** Why an item is opened again, when its tick is undone. */
export const undone = "Ticked by mistake, taken back at once.";

/** Ticks and starts items at a click: shown as being written until the server has said so, with its words when it refuses. */
export function useItemActs(readAgain: () => Promise<void>) {
	const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
	const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());

	const write = async (item: PlanItemView, act: string, body: object): Promise<boolean> => {
		setPending((before) => new Set(before).add(item.id));
		setRefused((before) => without(before, item.id));
		try {
			await callApi(`/checklist-items/${item.id}/${act}`, { body });
			await readAgain();
			return true;
		} catch (error) {
			const message = sayFailure(error, "It could not be done. Try again.");
			setRefused((before) => new Map(before).set(item.id, message));
			return false;
		} finally {
			setPending((before) => new Set([...before].filter((id) => id !== item.id)));
		}
	};
	const offerUndo = (item: PlanItemView) =>
		toast.success(`Done: ${item.title}`, {
			duration: 8000,
			action: { label: "Undo", onClick: () => void write(item, "reopen", { reason: undone }) },
		});
	return {
		pending,
		refused,
		offerUndo,
		tickAtOnce: async (item: PlanItemView) => {
			if (await write(item, "tick", {})) offerUndo(item);
		},
		start: (item: PlanItemView) => void write(item, "start", {}),
	};
}

function without(map: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> {
	return new Map([...map].filter(([each]) => each !== key));
}
