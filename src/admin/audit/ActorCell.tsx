"use client";

import type { DefaultCellComponentProps } from "payload";
import { useEffect, useState } from "react";
import { nameOfUser } from "./nameOfUser";

/** Who did it: a person by name, the system by why it acted. */
export function ActorCell({ cellData }: DefaultCellComponentProps) {
	const actor = typeof cellData === "string" ? cellData : "";
	const userId = actor.startsWith("user:") ? actor.slice(5) : null;
	const [name, setName] = useState<string | null>(null);
	useEffect(() => {
		if (userId === null) return;
		let isCurrent = true;
		nameOfUser(userId).then((found) => isCurrent && setName(found));
		return () => {
			isCurrent = false;
		};
	}, [userId]);
	if (userId !== null) return <span title={actor}>{name ?? `person ${userId.slice(0, 8)}…`}</span>;
	if (actor.startsWith("system:")) return <span title={actor}>automatically: {actor.slice(7)}</span>;
	return <span title={actor}>{actor}</span>;
}
