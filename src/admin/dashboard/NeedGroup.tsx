import { Link } from "@payloadcms/ui";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";

export type NeedRow = {
	id: string;
	title: string;
	detail: string | null;
	severity: string | null;
	at: string;
	/** Said before the time. */
	timeWord?: string;
	verb: string;
	href: string;
};

export type NeedGroupProps = {
	label: string;
	/** As it is said: “1 000+” too. */
	total: string;
	rows: NeedRow[];
	/** Where all of them are; null when all are shown. */
	all: string | null;
};

/** What waits for a person, of one kind: each row one verb that leads there. */
export function NeedGroup({ label, total, rows, all }: NeedGroupProps) {
	return (
		<div className="kt-group">
			<h3>
				<StatusBadge status="needs" tone="bad" label={label} />
				<span className="kt-column__count">{total}</span>
			</h3>
			<ul>
				{rows.map(({ id, title, detail, severity, at, timeWord, verb, href }) => (
					<li key={id} className="kt-row">
						<div className="kt-row__text">
							<p className="kt-row__title">{title}</p>
							<p className="kt-row__detail" title={detail ?? undefined}>
								{detail}
							</p>
							<p className="kt-row__meta">
								{severity ? <StatusBadge status={severity} /> : null}
								<span>
									{timeWord} <RelativeTime at={at} />
								</span>
							</p>
						</div>
						<Link className="kt-verb" href={href} prefetch={false} aria-label={`${verb}: ${title}`}>
							{verb}
						</Link>
					</li>
				))}
			</ul>
			{all ? (
				<Link className="kt-more" href={all} prefetch={false}>
					All {total}
				</Link>
			) : null}
		</div>
	);
}
