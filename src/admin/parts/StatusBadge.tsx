import { type Tone, toneOf } from "./toneOf";
import "./parts.css";

/** One shape for each tone, so that a status reads without colour. */
const shapes: Record<Tone, React.ReactNode> = {
	good: <path d="M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0Zm3.2 4.3-3.8 4a.7.7 0 0 1-1 0L2.8 6.6l1-1 1.1 1.2 3.3-3.5 1 1Z" />,
	moving: (
		<path d="M6 0a6 6 0 0 1 6 6h-2a4 4 0 0 0-4-4V0Zm0 4.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM0 6h2a4 4 0 0 0 4 4v2a6 6 0 0 1-6-6Z" />
	),
	waiting: <path d="M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0Zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z" />,
	warn: (
		<path d="M6.9.9 11.8 10a1 1 0 0 1-.9 1.5H1.1A1 1 0 0 1 .2 10L5.1.9a1 1 0 0 1 1.8 0ZM5.2 4l.3 3.6h1L6.8 4H5.2Zm.8 4.4a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z" />
	),
	bad: (
		<path d="M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5L3.5 0Zm1.6 2.5.3 4.3h1.2l.3-4.3H5.1ZM6 7.7a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z" />
	),
	ended: <path d="M1 5h10a1 1 0 0 1 0 2H1a1 1 0 0 1 0-2Z" />,
};

/**
 * A status as colour, shape and word.
 * @param props.label what to read; the status itself in words when left out
 * @param props.tone when the same word needs another tone here (an open risk is not an open invoice)
 */
export function StatusBadge({ status, label, tone = toneOf(status) }: { status: string; label?: string; tone?: Tone }) {
	return (
		<span className={`kt-status kt-status--${tone}`}>
			<svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" fillRule="evenodd">
				{shapes[tone]}
			</svg>
			<span>{label ?? sayStatus(status)}</span>
		</span>
	);
}

/** `past_due` reads “Past due”. */
export function sayStatus(status: string): string {
	const words = status.replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
