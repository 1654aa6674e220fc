"use client";

import { Link } from "@payloadcms/ui";
import { sayDoneWhen } from "@/domain/playbook/doneWhen";
import type { WorkItem } from "@/operations/portfolio/readMyWork";
import { slug } from "@/slugs";
import { recordPath } from "../parts/adminPath";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import { verbOf } from "../plan/proof";
import { sayRoleName } from "../plan/sayRoleName";
import type { WorkDialogName } from "./WorkDialogs";

type Props = {
	item: WorkItem;
	isCurrent: boolean;
	isChosen: boolean;
	isPending: boolean;
	/** Why the server refused the last act. */
	refused: string | null;
	onFocus(): void;
	onChoose(): void;
	onTick(): void;
	onAsk(dialog: WorkDialogName): void;
};

const proofs = { none: null, file: "a file", link: "a link", value: "a value", signature: "your signature" };

/** One item: what, for whom, by when, what it needs, and what can be done with it. */
export function WorkRow(props: Props) {
	const { item, isCurrent, isChosen, isPending, refused, onFocus, onChoose, onTick, onAsk } = props;
	const [first, ...others] = item.waitsFor;
	const button = { type: "button", className: "kt-quiet-button", disabled: isPending } as const;
	return (
		<li
			className="kt-work__row"
			data-row
			data-chosen={isChosen}
			data-blocked={first !== undefined}
			tabIndex={isCurrent ? 0 : -1}
			aria-busy={isPending}
			onFocus={onFocus}
		>
			<input
				type="checkbox"
				tabIndex={-1}
				checked={isChosen}
				onChange={onChoose}
				aria-label={`Choose “${item.title}”`}
			/>
			<div>
				<p className="kt-work__title" title={item.guidance ?? undefined}>
					{item.title}
				</p>
				<p className="kt-work__where">
					<Link href={recordPath(slug.onboardings, item.onboardingId)} prefetch={false}>
						{item.customer}
					</Link>
					{item.phase ? <span>{item.phase}</span> : null}
					<span>{item.assignee ? `given to ${item.assignee.name}` : `for ${sayRoleName(item.responsible)}`}</span>
					{item.status === "in_progress" ? <StatusBadge status="in_progress" tone="moving" /> : null}
					{proofs[item.evidence] ? <span>needs {proofs[item.evidence]}</span> : null}
				</p>
				{item.criterion ? (
					<p className="kt-muted">
						{sayDoneWhen(item.criterion)} {item.says}
					</p>
				) : null}
				{first ? (
					<p className="kt-work__blocked">
						First comes “{first}”{others.length > 0 ? ` and ${others.length} more` : ""}.
					</p>
				) : null}
				{item.snoozedTo ? (
					<p className="kt-muted">Put off{item.snoozeReason ? `: ${item.snoozeReason}` : ""}.</p>
				) : null}
				<p className="kt-problem" role="alert">
					{refused}
				</p>
			</div>
			<p className="kt-work__due">
				<RelativeTime at={item.dueAt} empty="no date" />
			</p>
			<div className="kt-work__acts">
				{first === undefined && item.criterion === null ? (
					<button {...button} className="kt-verb" onClick={onTick}>
						{isPending ? "Saving…" : verbOf(item)}
					</button>
				) : null}
				<button {...button} onClick={() => onAsk("snooze")}>
					Put off
				</button>
				<button {...button} onClick={() => onAsk("assign")}>
					Assign
				</button>
			</div>
		</li>
	);
}
