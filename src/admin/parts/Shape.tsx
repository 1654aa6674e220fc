import type { ReactNode } from "react";
import "./parts.css";

/**
 * One shape, one meaning, on every screen.
 * `done` met or paid · `running` in progress · `open` open or not met · `half` part paid · `seats` awaiting the second person ·
 * `clock` waiting · `blocked` · `risk` at risk · `act` a person must act · `flag` disputed · `void` struck · `back` given back · `lock` bound.
 */
export type ShapeName =
	| "done"
	| "running"
	| "open"
	| "half"
	| "seats"
	| "clock"
	| "blocked"
	| "risk"
	| "act"
	| "flag"
	| "void"
	| "back"
	| "lock"
	| "ended";

const ground = "var(--theme-bg)";
const filled = { fill: "currentColor", stroke: "none" } as const;
const cut = { stroke: ground, strokeWidth: 1.6, fill: "none" } as const;

const shapes: Record<ShapeName, ReactNode> = {
	done: (
		<>
			<circle cx="8" cy="8" r="6.4" {...filled} />
			<path d="m5 8.2 2.1 2.1 3.9-4.2" {...cut} />
		</>
	),
	running: (
		<>
			<circle cx="8" cy="8" r="5.6" strokeWidth="1.5" opacity="0.35" />
			<path d="M8 2.4A5.6 5.6 0 0 1 13.6 8" strokeWidth="2.2" />
		</>
	),
	open: <circle cx="8" cy="8" r="5.4" strokeWidth="1.8" />,
	half: (
		<>
			<circle cx="8" cy="8" r="5.4" strokeWidth="1.6" />
			<path d="M8 4.4v7.2a3.6 3.6 0 0 0 0-7.2Z" {...filled} />
		</>
	),
	seats: (
		<>
			<circle cx="4.7" cy="8" r="4.2" {...filled} />
			<path d="M9.7 4.9a3.8 3.8 0 1 1 0 6.2" strokeWidth="1.6" />
		</>
	),
	clock: (
		<>
			<circle cx="8" cy="8" r="5.6" strokeWidth="1.6" />
			<path d="M8 4.9V8l2.1 1.5" strokeWidth="1.6" />
		</>
	),
	blocked: (
		<>
			<circle cx="8" cy="8" r="5.6" strokeWidth="1.6" />
			<path d="M5.2 8h5.6" strokeWidth="2" />
		</>
	),
	risk: (
		<>
			<path d="M8 2 14.4 13.2H1.6Z" fill="currentColor" strokeWidth="1.4" />
			<path d="M8 6.2v3.1M8 11.3h.01" {...cut} />
		</>
	),
	act: (
		<>
			<path d="M5.4 1.7h5.2l3.7 3.7v5.2l-3.7 3.7H5.4l-3.7-3.7V5.4Z" {...filled} />
			<path d="M8 4.6v3.9M8 11.2h.01" {...cut} strokeWidth="1.8" />
		</>
	),
	flag: (
		<>
			<path d="M3.8 1.6v12.8" strokeWidth="1.8" />
			<path d="M3.8 2.5h9.4L10.7 6l2.5 3.5H3.8Z" fill="currentColor" strokeWidth="1.2" />
		</>
	),
	void: (
		<>
			<circle cx="8" cy="8" r="5.4" strokeWidth="1.6" />
			<path d="m4.3 11.7 7.4-7.4" strokeWidth="1.6" />
		</>
	),
	back: (
		<>
			<circle cx="8" cy="8" r="6.4" {...filled} />
			<path d="M7 5.2 4.9 7.2 7 9.1M5.2 7.2h3.6a1.8 1.8 0 0 1 0 3.6H7.4" {...cut} strokeWidth="1.4" />
		</>
	),
	lock: (
		<>
			<rect x="3.4" y="7" width="9.2" height="6.6" rx="1.3" strokeWidth="1.5" />
			<path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" strokeWidth="1.5" />
		</>
	),
	ended: <path d="M3 8h10" strokeWidth="2" />,
};

/** A shape in the colour of the text around it. It says nothing by itself: a word stands beside it. */
export function Shape({ name, size = 14 }: { name: ShapeName; size?: number }) {
	return (
		<svg
			aria-hidden="true"
			className="kt-shape"
			viewBox="0 0 16 16"
			width={size}
			height={size}
			fill="none"
			stroke="currentColor"
			strokeLinecap="round"
			strokeLinejoin="round"
		>
			{shapes[name]}
		</svg>
	);
}
