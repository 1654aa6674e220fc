"use client";

import type { VendorRole } from "@/access/roles";
import type { OnboardingLive } from "@/operations/live/onboardingLive";
import { CheckIns } from "./CheckIns";
import { GatePanel } from "./GatePanel";
import { LiveSign } from "./LiveSign";
import { Standing } from "./Standing";
import { Timeline } from "./Timeline";
import { useLive } from "./useLive";
import "./live.css";

/** Gate, run and check-ins of an onboarding, as they change. */
export function OnboardingView({ initial, role }: { initial: OnboardingLive; role: VendorRole | null }) {
	const { live, connection } = useLive(initial, null);
	const mayRun = role === "admin" || role === "ops";
	return (
		<section className="kt-live" aria-label="Gate and provisioning">
			<Standing live={live} />
			<LiveSign connection={connection} />
			<div className="kt-live__columns">
				<details className="kt-live__part" open={!live.gate.isOpen || live.run === null}>
					<summary>
						<h2>Gate</h2>
					</summary>
					<GatePanel live={live} role={role} />
				</details>
				<div className="kt-live__part">
					<h2>Provisioning</h2>
					<Timeline live={live} mayRun={mayRun} hasLink />
				</div>
				{live.checkIns.length > 0 ? (
					<div className="kt-live__part">
						<h2>Check-ins</h2>
						<CheckIns checkIns={live.checkIns} />
					</div>
				) : null}
			</div>
		</section>
	);
}
