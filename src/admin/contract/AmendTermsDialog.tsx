"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ContractTerms } from "@/operations/views/readContractTerms";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { recordPath } from "../parts/adminPath";
import { callApi } from "../parts/callApi";
import { DialogField, isReason } from "../parts/DialogField";

const counts = [
	["sites", "Sites"],
	["seats", "Seats"],
	["termMonths", "Term (months)"],
] as const;

/** Prepares an amendment of a signed contract, and goes to it: it replaces the contract when it is signed. */
export function AmendTermsDialog({ terms, onClose }: { terms: ContractTerms; onClose(): void }) {
	const [plan, setPlan] = useState(terms.plan ?? "");
	const [typed, setTyped] = useState({
		sites: String(terms.sites ?? ""),
		seats: String(terms.seats ?? ""),
		termMonths: String(terms.termMonths ?? ""),
	});
	const [reason, setReason] = useState("");
	const router = useRouter();
	const next = {
		plan: plan || null,
		...Object.fromEntries(counts.map(([name]) => [name, typed[name].trim() === "" ? null : Number(typed[name])])),
	};
	// JSON has no word for what is not a number: it would be sent as nothing, and take the term away.
	const problems = Object.fromEntries(
		counts.map(([name]) => [name, /^\s*\d*\s*$/.test(typed[name]) ? undefined : "Enter a whole number."]),
	);
	const amend = async () => {
		const { id } = await callApi<{ id: string }>(`/contracts/${terms.contractId}/amendments`, {
			body: { terms: next, reason },
		});
		toast.success("The amendment is a draft. It takes effect when it is signed.");
		router.push(recordPath(slug.contracts, id));
	};
	return (
		<ActDialog
			title="Amend contract"
			verb="Create amendment"
			busyVerb="Creating…"
			isReady={isReason(reason) && Object.values(problems).every((problem) => problem === undefined)}
			onClose={onClose}
			onAct={amend}
		>
			{({ fields }) => (
				<>
					<p>The signed contract stays as it is. The amendment replaces its terms when it is signed.</p>
					<DialogField
						label="Plan"
						type="select"
						options={[{ value: "", label: "None" }, ...terms.plans.map(({ id, name }) => ({ value: id, label: name }))]}
						value={plan}
						onChange={setPlan}
						problem={fields["terms.plan"] ?? fields.terms}
						hasFocus
					/>
					{counts.map(([name, label]) => (
						<DialogField
							key={name}
							label={label}
							value={typed[name]}
							onChange={(value) => setTyped({ ...typed, [name]: value })}
							inputMode="decimal"
							problem={problems[name] ?? fields[`terms.${name}`]}
						/>
					))}
					<DialogField label="Reason" type="textarea" value={reason} onChange={setReason} problem={fields.reason} />
				</>
			)}
		</ActDialog>
	);
}
