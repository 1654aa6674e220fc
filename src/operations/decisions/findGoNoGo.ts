import type { PayloadRequest } from "payload";
import { findGoLiveBlockers } from "@/domain/decisions/findGoLiveBlockers";
import { goNoGo } from "@/domain/decisions/goNoGo";
import type { Confidence, GoNoGoFindings } from "@/domain/decisions/packet";
import { counted } from "@/domain/inWords";
import { readFacts } from "./readFacts";
import type { PacketContext } from "./readPacketContext";

/** What go or no-go would be decided on at this moment, from the records. */
export async function findGoNoGo(input: {
	req: PayloadRequest;
	context: PacketContext;
	etaConfidence: Confidence | null;
	now: Date;
}): Promise<GoNoGoFindings> {
	const { context, etaConfidence } = input;
	const { items, phases, goLiveAt, forecastAt } = context;
	const { facts, lines } = await readFacts(input);
	const { today } = facts.calendar;
	const found = goNoGo(facts, { blockers: findGoLiveBlockers({ items, goLiveAt: goLiveAt ?? forecastAt, today }) });
	return {
		...found,
		definitionOfDone: lines,
		checkpoint: {
			done: phases.filter(({ settled }) => settled > 0).map(sayProgress),
			inProgress: items.filter(({ status }) => status === "in_progress").map(({ title }) => title),
			blockers: found.blockers.length,
			etaConfidence,
			goLiveAt,
			forecastAt,
		},
	};
}

function sayProgress({ name, status, settled, total }: PacketContext["phases"][number]): string {
	return status === "closed" ? `${name}: closed` : `${name}: ${settled} of ${counted(total, "item")}`;
}
