import { Link } from "@payloadcms/ui";
import type { UIFieldServerProps } from "payload";
import { type AuditEntryView, type FieldChange, readAuditEntry } from "@/operations/audit/readAuditEntry";
import { allSlugs, slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { CopyId } from "../parts/CopyId";
import { EmptyState } from "../parts/EmptyState";
import { RelativeTime } from "../parts/RelativeTime";
import { sayStatus } from "../parts/StatusBadge";
import "./audit.css";

/** Who did what to which record, and what it changed, side by side. */
export async function BeforeAfter({ req, id }: UIFieldServerProps) {
	if (id === undefined) return null;
	const entry = await readAuditEntry({ req, entryId: String(id) });
	return (
		<div className="kt-compare">
			<EntryFacts entry={entry} />
			{entry.changes.length === 0 ? (
				<EmptyState title="No field to compare">
					The entry records an event, or a change of secrets, which are never written down.
				</EmptyState>
			) : (
				<ChangeTable changes={entry.changes} />
			)}
			{entry.hasSealed ? (
				<p className="kt-muted">Personal values are sealed: admin, compliance and auditors read them.</p>
			) : null}
		</div>
	);
}

function EntryFacts({ entry }: { entry: AuditEntryView }) {
	const { document, casino, reason } = entry;
	const collection = allSlugs.find((name) => name === entry.collection);
	return (
		<dl className="kt-chain">
			<div>
				<dt>When</dt>
				<dd>
					<RelativeTime at={entry.at} />
				</dd>
			</div>
			<div>
				<dt>Who</dt>
				<dd>{entry.actorName ?? entry.actor.replace(/^system:/, "automatically: ")}</dd>
			</div>
			<div>
				<dt>What</dt>
				<dd>{sayStatus(entry.action.replaceAll(".", " "))}</dd>
			</div>
			<div>
				<dt>Record</dt>
				<dd>
					{entry.collection.replaceAll("-", " ")}{" "}
					{document && collection ? (
						<Link href={recordPath(collection, document)} prefetch={false}>
							open
						</Link>
					) : null}
					{document ? <CopyId id={document} label="record id" /> : null}
				</dd>
			</div>
			{casino ? (
				<div>
					<dt>Customer</dt>
					<dd>
						<Link href={recordPath(slug.casinos, casino.id)} prefetch={false}>
							{casino.name}
						</Link>
					</dd>
				</div>
			) : null}
			{reason ? (
				<div>
					<dt>Why</dt>
					<dd>{reason}</dd>
				</div>
			) : null}
			<div>
				<dt>Sealed as</dt>
				<dd className="kt-money">{entry.sequence === null ? "Pending" : `#${entry.sequence.toLocaleString("en")}`}</dd>
			</div>
		</dl>
	);
}

function ChangeTable({ changes }: { changes: FieldChange[] }) {
	return (
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
	);
}

function Value({ value }: { value: FieldChange["before"] }) {
	if (value === undefined) return <span className="kt-muted">–</span>;
	if (value === null || value === "") return <span className="kt-muted">empty</span>;
	if (value === "(erased)" || value === "(sealed)") return <em className="kt-muted">{value}</em>;
	return typeof value === "object" ? <pre>{JSON.stringify(value, null, 1)}</pre> : String(value);
}
