"use client";

import { RelativeTime } from "@/admin/parts/RelativeTime";
import { StatusBadge } from "@/admin/parts/StatusBadge";
import { spelled } from "@/domain/inWords";
import { safeLink } from "@/domain/safeLink";
import type { PlanItemView } from "@/operations/plan/onboardingPlan";
import { useOpener } from "../../../parts/useOpener";
import { useWork } from "./planWork";
import { ReopenForm } from "./ReopenForm";

/** Something of the customer's side that is done: when, by whom, what was given, and the way back. */
export function DoneItem({ item }: { item: PlanItemView }) {
	const { plan, open, setOpen } = useWork();
	const phase = plan.phases.find(({ key }) => key === item.phase);
	const isComputed = Boolean(item.criterion || item.automation);
	const mayReopen =
		item.mayAct && item.status === "done" && !isComputed && phase?.status !== "closed" && plan.status !== "completed";
	const isOpen = open?.act === "reopen" && open.item === item.id;
	const opener = useOpener(isOpen);
	return (
		<li>
			<div className="todo__top">
				<span>{item.title}</span>
				<StatusBadge status="done" label={item.status === "done" ? "Done" : "Not asked any more"} />
			</div>
			<Given item={item} />
			{item.doneAt ? (
				<p className="quiet">
					<RelativeTime at={item.doneAt} />
					{item.doneBy ? `, ${item.doneBy.name}` : ""}
				</p>
			) : null}
			{isOpen ? <ReopenForm item={item} /> : null}
			{mayReopen && !isOpen ? (
				<button
					ref={opener}
					type="button"
					className="link-button todo__button"
					aria-label={`Not right? Open it again: ${item.title}`}
					onClick={() => setOpen({ item: item.id, place: "list", act: "reopen" })}
				>
					Not right? Open it again
				</button>
			) : null}
		</li>
	);
}

function Given({ item }: { item: PlanItemView }) {
	const { choice, proofValue, proofLink, proofFile, signedName, isSignerUnproved } = item;
	return (
		<>
			{choice ? <p className="todo__given todo__choice">{spelled(choice)}</p> : null}
			{proofValue ? <p className="todo__given">{proofValue}</p> : null}
			{proofLink ? (
				<a className="todo__given" href={safeLink(proofLink) ?? undefined} rel="noreferrer noopener" target="_blank">
					{proofLink}
				</a>
			) : null}
			{proofFile ? (
				<a className="todo__given" href={proofFile.url}>
					{proofFile.filename}
				</a>
			) : null}
			{signedName ? <p className="todo__given">Signed: {signedName}</p> : null}
			{isSignerUnproved ? <p className="todo__given">Address not proved</p> : null}
		</>
	);
}
