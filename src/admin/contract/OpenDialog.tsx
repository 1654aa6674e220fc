"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ContractOnboardings } from "@/operations/views/readContractOnboardings";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { recordPath } from "../parts/adminPath";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";

/** Opens the onboarding that a contract asks for: by which playbook, for which promised day; then goes to it. */
export function OpenDialog({ found, onClose }: { found: ContractOnboardings; onClose(): void }) {
	const { contractId, title, playbooks } = found;
	const [playbook, setPlaybook] = useState(playbooks[0]?.id ?? "");
	const [day, setDay] = useState("");
	const router = useRouter();
	const open = async () => {
		const body = { playbook: playbook || null, goLiveAt: day || null };
		const { onboarding } = await callApi<{ onboarding: string }>(`/contracts/${contractId}/onboarding`, { body });
		toast.success("The onboarding is open, with its phases and items.");
		router.push(recordPath(slug.onboardings, onboarding));
	};
	return (
		<ActDialog
			title="Open an onboarding"
			verb="Open the onboarding"
			busyVerb="Opening…"
			isReady={playbook !== ""}
			onClose={onClose}
			onAct={open}
		>
			{({ fields }) => (
				<>
					<p>For “{title}”. It gets the phases and items of the playbook, and the contract is bound to its gate.</p>
					{playbooks.length === 0 ? (
						<p className="kt-problem">No playbook is published yet. Publish one first.</p>
					) : null}
					<DialogField
						label="Playbook"
						type="select"
						options={playbooks.map(({ id, name, version }) => ({ value: id, label: `${name}, version ${version}` }))}
						value={playbook}
						onChange={setPlaybook}
						problem={fields.playbook}
						hint="It keeps this version until another is applied to it."
						hasFocus
					/>
					<DialogField
						label="Go-live promised for"
						type="date"
						value={day}
						onChange={setDay}
						problem={fields.goLiveAt}
						hint="May be left empty, and set later."
					/>
				</>
			)}
		</ActDialog>
	);
}
