import type { UIFieldServerProps } from "payload";
import { type FieldChange, readComparison } from "@/operations/audit/readComparison";
import { EmptyState } from "../parts/EmptyState";
import "./audit.css";

/** What the entry changed, side by side. */
export async function BeforeAfter({ req, id }: UIFieldServerProps) {
	if (id === undefined) return null;
	const { changes, hasSealed } = await readComparison({ req, entryId: String(id) });
	if (changes.length === 0) {
		return <EmptyState title="No field changed">The entry records an event, not a change.</EmptyState>;
	}
	return (
		<div className="kt-compare">
			<table>
				<caption>What changed</caption>
				<thead>
					<tr>
						<th scope="col">Field</th>
						<th scope="col">Before</th>
						<th scope="col">After</th>
					</tr>
				</thead>
				<tbody>
					{changes.map(({ field, before, after }) => (
						<tr key={field}>
							<th scope="row">{field}</th>
							<td className="kt-compare__before">
								<Value value={before} />
							</td>
							<td className="kt-compare__after">
								<Value value={after} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{hasSealed ? (
				<p className="kt-muted">Personal values are sealed: admin, compliance and auditors read them.</p>
			) : null}
		</div>
	);
}

function Value({ value }: { value: FieldChange["before"] }) {
	if (value === undefined) return <span className="kt-muted">–</span>;
	if (value === null || value === "") return <span className="kt-muted">empty</span>;
	if (value === "(erased)" || value === "(sealed)") return <em className="kt-muted">{value}</em>;
	return typeof value === "object" ? <pre>{JSON.stringify(value, null, 1)}</pre> : String(value);
}
