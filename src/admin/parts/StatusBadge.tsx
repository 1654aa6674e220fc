import { Shape, type ShapeName } from "./Shape";
import { type Tone, toneOf } from "./toneOf";
import "./parts.css";

type Props = { status: string; label?: string; tone?: Tone; shape?: ShapeName };

/** The shape of each tone, and of the statuses that mean something of their own. */
const shapeOfTone: Record<Tone, ShapeName> = {
	good: "done",
	moving: "running",
	waiting: "open",
	warn: "risk",
	bad: "act",
	ended: "ended",
};
const shapeOfStatus: Readonly<Record<string, ShapeName>> = {
	disputed: "flag",
	void: "void",
	voided: "void",
	refunded: "back",
	on_hold: "clock",
};

/**
 * A status as colour, shape and word.
 * @param props.label what to read; the status itself in words when left out
 * @param props.tone when the same word needs another tone here (an open risk is not an open invoice)
 * @param props.shape when it needs another shape too
 */
export function StatusBadge({ status, label, tone = toneOf(status), shape }: Props) {
	return (
		<span className={`kt-status kt-status--${tone}`}>
			<Shape name={shape ?? shapeOfStatus[status] ?? shapeOfTone[tone]} />
			<span>{label ?? sayStatus(status)}</span>
		</span>
	);
}

/** `past_due` reads “Past due”. */
export function sayStatus(status: string): string {
	const words = status.replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
