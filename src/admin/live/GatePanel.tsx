"use client";

import { Link } from "@payloadcms/ui";
import type { VendorRole } from "@/access/roles";
import type { LiveCondition, LiveInvoice, OnboardingLive, RecordRef } from "@/operations/live/onboardingLive";
import { slug } from "@/slugs";
import { InvoiceBadge } from "../invoice/InvoiceBadge";
import { createPath, formPath, recordPath } from "../parts/adminPath";
import { Money } from "../parts/Money";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { PurchaseOrder } from "./PurchaseOrder";

/** May we provision? The conditions, met or what is missing and who can do it. */
export function GatePanel({ live, role }: { live: OnboardingLive; role: VendorRole | null }) {
	const { gate } = live;
	const opening = live.invoices.filter(({ opensGate, status }) => opensGate && status !== "void");
	return (
		<ul className="kt-gate">
			{gate.conditions.map((condition) => (
				<Condition key={condition.key} condition={condition} onboardingId={live.onboardingId} role={role}>
					{condition.key === "invoices_cleared" && opening.length > 0 ? (
						<ul className="kt-gate__invoices">
							{opening.map((invoice) => (
								<InvoiceLine
									key={invoice.id}
									invoice={invoice}
									standard={gate.standard}
									role={role}
									today={live.today}
								/>
							))}
						</ul>
					) : null}
				</Condition>
			))}
		</ul>
	);
}

type ConditionProps = {
	condition: LiveCondition;
	onboardingId: string;
	role: VendorRole | null;
	children: React.ReactNode;
};

function Condition({ condition, onboardingId, role, children }: ConditionProps) {
	const { isMet, label, detail, whoCanAct } = condition;
	return (
		<li className="kt-gate__condition" data-met={isMet}>
			<StatusBadge
				status={isMet ? "met" : "missing"}
				label={isMet ? "Met" : "Missing"}
				tone={isMet ? "good" : "warn"}
			/>
			<div>
				<p className="kt-gate__label">{label}</p>
				{isMet ? null : (
					<p className="kt-gate__detail">
						{detail} {whoCanAct.length > 0 ? <WhoCanAct roles={whoCanAct} role={role} /> : null}{" "}
						<ActOn condition={condition} onboardingId={onboardingId} />
					</p>
				)}
				{children}
			</div>
		</li>
	);
}

const roleWords: Record<string, string> = { admin: "admin", ops: "operations", finance: "finance" };

function WhoCanAct({ roles, role }: { roles: readonly string[]; role: VendorRole | null }) {
	if (role !== null && roles.includes(role)) return <span className="kt-gate__who">You can act.</span>;
	const words = roles.map((name) => roleWords[name] ?? name).join(" or ");
	return <span className="kt-gate__who">For {words}.</span>;
}

/** Contacts and the hold stand in the onboarding's form; everything else has a record of its own. */
const fieldOf: Partial<Record<LiveCondition["key"], { id: string; label: string }>> = {
	operations_lead_named: { id: "field-operationsLead__name", label: "Name them" },
	admin_contact_named: { id: "field-adminContact__name", label: "Name them" },
	onboarding_open: { id: "field-status", label: "Change the status" },
};

function ActOn({ condition: { key, record }, onboardingId }: { condition: LiveCondition; onboardingId: string }) {
	const field = fieldOf[key];
	if (record) {
		return (
			<Link
				href={record.id ? recordPath(record.collection, record.id) : createPath(record.collection)}
				prefetch={false}
			>
				{sayRecord(record)}
			</Link>
		);
	}
	if (!field) return null;
	const goThere = () => {
		const input = document.getElementById(field.id);
		if (!input) location.assign(`${formPath(slug.onboardings, onboardingId)}#${field.id}`);
		input?.scrollIntoView({ block: "center" });
		(input?.matches("input") ? input : input?.querySelector("input"))?.focus();
	};
	return (
		<button type="button" className="kt-link" onClick={goThere}>
			{field.label}
		</button>
	);
}

function sayRecord({ collection, id }: RecordRef): string {
	const noun = collection === slug.contracts ? "contract" : "invoice";
	return id ? `Open the ${noun}` : `Add ${noun === "invoice" ? "an invoice" : "a contract"}`;
}

type InvoiceLineProps = {
	invoice: LiveInvoice;
	standard: OnboardingLive["gate"]["standard"];
	role: VendorRole | null;
	today: string;
};

function InvoiceLine({ invoice, standard, role, today }: InvoiceLineProps) {
	const { id, number, status, standing, amountDue, currency, dueAt, paidAt } = invoice;
	return (
		<li>
			<div className="kt-gate__invoice">
				<Link href={recordPath(slug.invoices, id)} prefetch={false}>
					{number}
				</Link>
				<Money amount={amountDue} currency={currency} empty="" />
				<InvoiceBadge standing={standing} />
				{status === "paid" && paidAt ? <RelativeTime at={paidAt} /> : null}
				{(status === "open" || status === "draft") && dueAt ? (
					<span>
						due <RelativeTime at={dueAt} today={today} />
					</span>
				) : null}
			</div>
			{standard === "po_approved" && status !== "paid" ? <PurchaseOrder invoice={invoice} role={role} /> : null}
		</li>
	);
}
