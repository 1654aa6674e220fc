import type { ReactNode } from "react";
import "./parts.css";

/** Says that there is nothing, why that is fine or not, and what to do. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className="kt-empty">
			<strong>{title}</strong>
			{children ? <div>{children}</div> : null}
		</div>
	);
}
