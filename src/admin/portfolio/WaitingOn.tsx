import type { WaitedFor, WaitingOn as Waiting } from "@/domain/waitingOn";
import { whoWords } from "../live/whoWords";
import { RelativeTime } from "../parts/RelativeTime";
import { StatusBadge } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";
import "../parts/parts.css";

const tones: Record<WaitedFor, Tone> = {
	vendor: "moving",
	customer: "waiting",
	third_party: "waiting",
	system: "moving",
	nobody: "ended",
};

/** Whose turn it is, for what and since when. */
export function WaitingOn({ waitingOn: { who, what, since } }: { waitingOn: Waiting }) {
	return (
		<span className="kt-stack">
			<StatusBadge status={who} tone={tones[who]} label={whoWords[who]} />
			<span className="kt-clamp" title={what}>
				{what}
			</span>
			{since ? (
				<span className="kt-muted">
					since <RelativeTime at={since} />
				</span>
			) : null}
		</span>
	);
}
