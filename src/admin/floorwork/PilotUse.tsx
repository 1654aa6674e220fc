"use client";

import { Button, Link, toast } from "@payloadcms/ui";
import { useState } from "react";
import { findAgreedScope, findScopeGap, formatScope } from "@/domain/adoption/agreedScope";
import { pilotWeek } from "@/domain/adoption/weekOf";
import { slug } from "@/slugs";
import { formPath } from "../parts/adminPath";
import { callApi, sayFailure } from "../parts/callApi";
import { usePlan } from "../plan/planContext";

/** Where and when the pilot is run, and what the product has recorded of it. The schedule reads it too, every 15 minutes. */
export function PilotUse() {
	const { plan, mayPlan, readAgain } = usePlan();
	const [isReading, setReading] = useState(false);
	const scope = findAgreedScope(plan.scopes, "pilot");
	const found = plan.items.find(({ criterion }) => criterion === "pilot_completed")?.says;
	const read = async () => {
		setReading(true);
		try {
			await callApi(`/${slug.onboardings}/${plan.onboardingId}/adoption-pull`, { body: { week: pilotWeek } });
			await readAgain();
			toast.success("The pilot was read from the product.");
		} catch (error) {
			toast.error(sayFailure(error, "The product could not be read. Try again."));
		} finally {
			setReading(false);
		}
	};
	return (
		<>
			<p>
				{scope
					? `Scope: ${formatScope(scope)}. `
					: `No pilot scope agreed yet: ${findScopeGap(plan.scopes, "pilot")} missing. `}
				{mayPlan ? (
					<Link href={formPath(slug.onboardings, plan.onboardingId)} prefetch={false}>
						Change scope
					</Link>
				) : null}
			</p>
			{found ? <p className="kt-muted">{found}</p> : null}
			{mayPlan && scope ? (
				<Button type="button" size="small" margin={false} buttonStyle="secondary" disabled={isReading} onClick={read}>
					{isReading ? "Reading…" : "Read from the product"}
				</Button>
			) : null}
		</>
	);
}
