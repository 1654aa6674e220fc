"use client";

import type { Live } from "@/operations/views/dashboardFacts";
import { useNews } from "../live/useNews";
import { MovingColumn } from "./MovingColumn";
import { NeedsColumn } from "./NeedsColumn";

/** Both live columns: with the whole dashboard they are read again when something changes, and say when they cannot be. */
export function LiveColumns({ live }: { live: Live }) {
	const connection = useNews("/api/news");
	return (
		<>
			<NeedsColumn live={live} />
			<MovingColumn moving={live.moving} connection={connection} />
		</>
	);
}
