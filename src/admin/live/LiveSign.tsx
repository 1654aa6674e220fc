import type { Connection } from "./useEvents";
import "./live.css";

const words: Record<Connection["state"], string> = {
	connecting: "connecting",
	live: "live",
	lost: "not live: trying again",
	ended: "not live: reload the page",
};

/** Whether what is shown follows the records by itself. */
export function LiveSign({ connection }: { connection: Connection }) {
	const { state, message } = connection;
	return (
		<span className="kt-live__sign" data-state={state} role="status">
			{state === "ended" && message ? message : words[state]}
		</span>
	);
}
