"use client";

import type { ReactNode } from "react";

type Props = { title: string; fact: string; isFolded: boolean; action?: ReactNode; children: ReactNode };

/** One kind of work on the floor, folded where there is nothing of it yet. */
export function Section({ title, fact, isFolded, action, children }: Props) {
	return (
		<details className="kt-section" open={!isFolded}>
			<summary>
				<h2>{title}</h2>
				<span className="kt-count">{fact}</span>
			</summary>
			<div className="kt-section__body">
				{children}
				{action}
			</div>
		</details>
	);
}
