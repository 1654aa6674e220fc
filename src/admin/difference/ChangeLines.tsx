import type { SaidChange } from "@/domain/playbook/sayChange";
import { diffWords } from "./diffWords";

/** Field by field: what it said, what it says. */
export function ChangeLines({ changes }: { changes: readonly SaidChange[] }) {
	if (changes.length === 0) return null;
	return (
		<dl className="kt-changes">
			{changes.map((change) => (
				<div key={change.field}>
					<dt>{change.field}</dt>
					<dd>{change.isProse ? <Prose change={change} /> : <Value change={change} />}</dd>
				</div>
			))}
		</dl>
	);
}

function Value({ change: { before, after } }: { change: SaidChange }) {
	return (
		<>
			<del>{before ?? "none"}</del> <span aria-hidden="true">→</span> <ins>{after ?? "none"}</ins>
		</>
	);
}

function Prose({ change: { before, after } }: { change: SaidChange }) {
	const runs = diffWords(before ?? "", after ?? "");
	const spelled = runs.map((run, index) => {
		// Nothing tells the runs apart but their place, and they are made again together.
		const key = `${index} ${run.in}`;
		if (run.in === "before") return <del key={key}>{run.text}</del>;
		if (run.in === "after") return <ins key={key}>{run.text}</ins>;
		return <span key={key}>{run.text}</span>;
	});
	return <span className="kt-changes__prose">{spelled}</span>;
}
