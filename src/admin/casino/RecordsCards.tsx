import { Link } from "@payloadcms/ui";
import { spelled } from "@/domain/inWords";
import type { Casino360 } from "@/operations/views/casino360Facts";
import { slug } from "@/slugs";
import { createPath, listPath, recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { sayStatus } from "../parts/StatusBadge";
import { Card, More } from "./Card";

/** The customer's files. */
export function FilesCard({ facts: { casino, files, totals } }: { facts: Casino360 }) {
	return (
		<Card title="Files" action={{ href: listPath(slug.media, { casino: casino.id }), label: "All" }}>
			{files.length === 0 ? (
				<p className="kt-muted">
					No file yet. <Link href={createPath(slug.media)}>Add the signed copy</Link>
				</p>
			) : (
				<ul className="kt-list kt-list--tight">
					{files.map((file) => (
						<li key={file.id} className="kt-list__head">
							<Link href={recordPath(slug.media, file.id)} prefetch={false}>
								{file.filename}
							</Link>
							<span className="kt-money">{file.filesize === null ? "" : saySize(file.filesize)}</span>
							<RelativeTime at={file.createdAt} />
						</li>
					))}
				</ul>
			)}
			<More shown={files.length} total={totals.files} href={listPath(slug.media, { casino: casino.id })} />
		</Card>
	);
}

function saySize(bytes: number): string {
	return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Who did what here lately. */
export function RecentAuditCard({ facts: { casino, audit } }: { facts: Casino360 }) {
	return (
		<Card
			title="Recent audit"
			action={{ href: listPath(slug.auditEntries, { casino: casino.id }), label: "Whole record" }}
		>
			{audit.length === 0 ? (
				<p className="kt-muted">Nothing is recorded yet.</p>
			) : (
				<ul className="kt-list kt-list--tight">
					{audit.map((entry) => (
						<li key={entry.id}>
							<p className="kt-list__head">
								<Link href={recordPath(slug.auditEntries, entry.id)} prefetch={false}>
									{sayStatus(entry.action.replaceAll(".", " "))} {spelled(entry.collection.replaceAll("-", "_"))}
								</Link>
								<RelativeTime at={entry.at} />
							</p>
							<p className="kt-muted">{entry.actorName ?? entry.actor.replace(/^system:/, "automatically: ")}</p>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}
