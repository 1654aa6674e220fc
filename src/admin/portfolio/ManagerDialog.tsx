"use client";

import { toast } from "@payloadcms/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Choice, PortfolioRow } from "@/operations/portfolio/portfolioRow";
import { slug } from "@/slugs";
import { ActDialog } from "../parts/ActDialog";
import { callApi } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";

/** Said on purpose: what stands there at first takes nobody's manager away. */
const nobody = "nobody";

type Props = { rows: PortfolioRow[]; people: Choice[]; onDone(): void; onClose(): void };

/** Puts one of the vendor's people in charge of the onboardings chosen, or nobody. */
export function ManagerDialog({ rows, people, onDone, onClose }: Props) {
	const router = useRouter();
	const [person, setPerson] = useState("");
	const [only] = rows;
	const what = rows.length === 1 && only ? only.customer : `${rows.length} onboardings`;
	const set = async () => {
		const chosen = new URLSearchParams({ "where[id][in]": rows.map(({ id }) => id).join(), depth: "0" });
		try {
			await callApi(`/${slug.onboardings}?${chosen}`, {
				method: "PATCH",
				body: { manager: person === nobody ? null : person },
			});
		} finally {
			// When one of them is refused, the others are changed all the same.
			router.refresh();
		}
		const name = people.find(({ value }) => value === person)?.label;
		toast.success(name ? `${name} is the manager of ${what}.` : `Nobody is the manager of ${what}.`);
		onDone();
	};
	return (
		<ActDialog
			title={`Manager of ${what}`}
			verb="Set the manager"
			busyVerb="Saving…"
			isReady={person !== ""}
			onClose={onClose}
			onAct={set}
		>
			{({ fields }) => (
				<DialogField
					label="Manager"
					type="select"
					value={person}
					onChange={setPerson}
					problem={fields.manager}
					hint="Hears of yellow and red health first. Whoever was it before is replaced."
					hasFocus
					options={[{ value: "", label: "Choose…" }, ...people, { value: nobody, label: "Nobody" }]}
				/>
			)}
		</ActDialog>
	);
}
