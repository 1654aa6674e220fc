import { Icon } from "./Icon";
import "./identity.css";

/** Mark and name, for the pages before signing in. */
export function Logo() {
	return (
		<div className="kt-logo">
			<Icon size={44} />
			<span>Keyturn</span>
		</div>
	);
}
