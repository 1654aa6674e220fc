"use client";

import { type ReactNode, useState } from "react";

type Props = { title: string; fact: string; isFolded: boolean; action?: ReactNode; children: ReactNode };

/** One kind of work on the floor, folded at first where there is nothing to do in it. It does not fold under somebody's hands. */
export function Section({ title, fact, isFolded, action, children }: Props) {
	const [isOpen] = useState(!isFolded);
	return (
		<details className="kt-section" open={isOpen}>
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
