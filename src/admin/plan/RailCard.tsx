"use client";

import { type ReactNode, useState } from "react";

type Props = {
	title: string;
	/** Beside the heading, so that it answers without being unfolded. */
	fact?: ReactNode;
	/** Whether it is folded at first. Left out, it does not fold at all. */
	isFolded?: boolean;
	children: ReactNode;
};

/** One answer beside the plan. */
export function RailCard({ title, fact, isFolded, children }: Props) {
	// It does not fold under a reader when what folds it changes.
	const [isOpen] = useState(!isFolded);
	if (isFolded === undefined) {
		return (
			<section className="kt-rail__card" aria-label={title}>
				<div className="kt-rail__head">
					<h2>{title}</h2>
					{fact}
				</div>
				{children}
			</section>
		);
	}
	return (
		<details className="kt-rail__card" open={isOpen}>
			<summary className="kt-rail__head">
				<h2>{title}</h2>
				{fact}
			</summary>
			{children}
		</details>
	);
}
