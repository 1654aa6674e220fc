"use client";

import { Button, Link, useFormModified } from "@payloadcms/ui";
import { useState } from "react";
import type { ContractTerms, Terms } from "@/operations/views/readContractTerms";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { AmendTermsDialog } from "./AmendTermsDialog";
import "./contract.css";

/** The amendments of a contract, each as what it changes; and one verb where it may be amended. */
export function TermsPanel({ terms }: { terms: ContractTerms }) {
	const [isAmending, setAmending] = useState(false);
	const isModified = useFormModified();
	const { amends, amendments, mayAmend } = terms;
	if (!amends && amendments.length === 0 && !mayAmend) return null;
	return (
		<section className="kt-contract" aria-label="Amendments">
			<div className="kt-contract__head">
				<h2>Amendments</h2>
				{mayAmend ? (
					<Button
						type="button"
						size="small"
						margin={false}
						buttonStyle="secondary"
						disabled={isModified}
						onClick={() => setAmending(true)}
					>
						Amend contract…
					</Button>
				) : null}
			</div>
			{amends ? (
				<div>
					<p>
						Amends{" "}
						<Link href={recordPath(slug.contracts, amends.id)} prefetch={false}>
							{amends.title}
						</Link>
						{amends.reason ? `: “${amends.reason}”` : "."}
					</p>
					<Changes before={amends} after={terms} />
				</div>
			) : null}
			{amendments.length === 0 && !amends ? <p>The signed terms stand as they are.</p> : null}
			<ul>
				{amendments.map((amendment) => (
					<li key={amendment.id}>
						<Link href={recordPath(slug.contracts, amendment.id)} prefetch={false}>
							{amendment.title}
						</Link>
						<StatusBadge status={amendment.status} />
						<RelativeTime at={amendment.at} withDay />
						<Changes before={terms} after={amendment} />
						{amendment.reason ? <q>{amendment.reason}</q> : null}
					</li>
				))}
			</ul>
			{isAmending ? <AmendTermsDialog terms={terms} onClose={() => setAmending(false)} /> : null}
		</section>
	);
}

const shown = [
	["planName", "Plan"],
	["sites", "Sites"],
	["seats", "Seats"],
	["termMonths", "Term (months)"],
] as const satisfies readonly (readonly [keyof Terms, string])[];

function Changes({ before, after }: { before: Terms; after: Terms }) {
	const changed = shown.filter(([name]) => before[name] !== after[name]);
	if (changed.length === 0) return null;
	return (
		<dl className="kt-contract__changes">
			{changed.map(([name, label]) => (
				<div key={name}>
					<dt>{label}</dt>
					<dd>
						<del>{before[name] ?? "none"}</del> <span aria-hidden="true">→</span> <ins>{after[name] ?? "none"}</ins>
					</dd>
				</div>
			))}
		</dl>
	);
}
