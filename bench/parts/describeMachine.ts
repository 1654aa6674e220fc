import { cpus, loadavg, release, totalmem, type } from "node:os";

export type Machine = { summary: string; cpu: string; cores: number; memoryGb: number; system: string; node: string };

/** The machine and how busy it was when the bench began; figures without it say nothing. */
export function describeMachine(): Machine {
	const [first] = cpus();
	const facts = {
		cpu: first?.model.trim() || "unknown processor",
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 1024 ** 3),
		system: `${type()} ${release()}`,
		node: process.version,
	};
	const load = loadavg()[0]?.toFixed(1) ?? "unknown";
	return {
		...facts,
		summary: `${facts.cpu}, ${facts.cores} cores, ${facts.memoryGb} GB, ${facts.system}, Node ${facts.node}; load before the start ${load}`,
	};
}
