"use client";

import { Link } from "@payloadcms/ui";
import type { LiveStep } from "@/operations/live/onboardingLive";
import { type Slug, slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { CopyId } from "../parts/CopyId";
import { RelativeTime } from "../parts/RelativeTime";
import { sayStatus } from "../parts/StatusBadge";

type Value = NonNullable<LiveStep["evidence"]>[string];

/** Evidence that names a record of ours: by its key, where the record is looked at. */
const records: Record<string, Slug> = {
	casino: slug.casinos,
	company: slug.companies,
	settings: slug.casinoSettings,
	invite: slug.staffInvites,
	message: slug.messages,
	contract: slug.contracts,
	plan: slug.plans,
	checkIns: slug.checkIns,
};
const labels: Record<string, string> = {
	adminStaff: "Administrator in the product",
	productCasino: "Tenant in the product",
	productStatus: "Status in the product",
	isBaseline: "Still the baseline",
	checkIns: "Check-ins",
	key: "Effect's own key",
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What a step left as proof, readable, with links to the records it speaks of. */
export function StepEvidence({ evidence }: { evidence: NonNullable<LiveStep["evidence"]> }) {
	const entries = Object.entries(evidence).filter(
		([name, value]) => !(name.endsWith("Id") && evidence[name.slice(0, -2)] === value),
	);
	return (
		<dl className="kt-evidence">
			{entries.map(([name, value]) => (
				<div key={name}>
					<dt>{labelOf(name)}</dt>
					<dd>
						<EvidenceValue name={name} value={value} />
					</dd>
				</div>
			))}
		</dl>
	);
}

function labelOf(name: string): string {
	return labels[name] ?? sayStatus(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
}

function EvidenceValue({ name, value }: { name: string; value: Value }) {
	if (value === null) return <span className="kt-muted">none</span>;
	if (typeof value === "boolean") return value ? "Yes" : "No";
	if (typeof value === "number") return <span className="kt-money">{value}</span>;
	if (Array.isArray(value)) {
		if (value.length === 0) return <span className="kt-muted">none</span>;
		return (
			<ul>
				{value.map((one) => (
					<li key={one}>
						<TextValue name={name} text={one} />
					</li>
				))}
			</ul>
		);
	}
	return <TextValue name={name} text={value} />;
}

function TextValue({ name, text }: { name: string; text: string }) {
	const collection = records[name];
	if (uuid.test(text)) {
		return (
			<>
				{collection ? (
					<Link href={recordPath(collection, text)} prefetch={false}>
						Open
					</Link>
				) : null}{" "}
				<CopyId id={text} />
			</>
		);
	}
	if (moment.test(text)) return <RelativeTime at={text} />;
	if (name === "key") return <CopyId id={text} label="key" />;
	const dated = /^(.+): (\d{4}-\d\d-\d\dT\S+)$/.exec(text);
	if (!dated) return text;
	return (
		<>
			{dated[1]}: <RelativeTime at={dated[2]} />
		</>
	);
}
