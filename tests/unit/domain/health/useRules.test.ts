import { describe, it } from "vitest";
import type { OnboardingFacts } from "@/domain/playbook/facts";
import { anAdministrator, aRun, aWeek, onboarded } from "../playbook/onboarded";
import { ago, expectNoReason, expectReason, type Told, type Untold } from "./look";

const absent = (daysSinceRun: number, change: Partial<OnboardingFacts> = {}) =>
	onboarded({
		run: { ...aRun, finishedAt: ago(daysSinceRun) },
		staff: [{ ...anAdministrator, lastSignInAt: null }],
		...change,
	});

describe("health by use", () => {
	it.each<Told>([
		[
			"a week of little use",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(1), aWeek(2, { shiftsRecorded: 10 })] }),
			"50 %",
			/^Week 2: 50 %/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		[
			"two such weeks in a row",
			"adoption_low",
			"red",
			onboarded({ adoption: [aWeek(3, { shiftsRecorded: 16 }), aWeek(2, { shiftsRecorded: 10 })] }),
			"80 %",
			/Week 2: 50 %.*Week 3: 80 %/,
			"week-3",
			"2026-03-09T00:00:00.000Z",
		],
		[
			"two such weeks with one unreported between",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(1, { shiftsRecorded: 1 }), aWeek(3, { shiftsRecorded: 1 })] }),
			"5 %",
			/^Week 3/,
			"week-3",
			"2026-03-09T00:00:00.000Z",
		],
		[
			"a week without a shift in scope",
			"adoption_low",
			"yellow",
			onboarded({ adoption: [aWeek(2, { shiftsInScope: 0 })] }),
			"no scope agreed",
			/no scope agreed yet/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		[
			"exceptions after week 1",
			"exceptions_high",
			"yellow",
			onboarded({ adoption: [aWeek(2, { exceptions: 40 })] }),
			"40 exceptions in 1000 entries",
			/Week 2 had 40 exceptions/,
			"week-2",
			"2026-03-02T00:00:00.000Z",
		],
		["an absent administrator", "administrator_absent", "yellow", absent(4), "4 days", /4 days/, "staff-1", ago(1)],
		[
			"no administrator at all",
			"administrator_absent",
			"yellow",
			absent(4, { staff: [{ ...anAdministrator, status: "disabled" }] }),
			"4 days",
			/has not signed in/,
			"run-1",
			ago(1),
		],
	])("%s is %s %s", (...told) => expectReason(...told));

	it.each<Untold>([
		["a bad week that was made good", onboarded({ adoption: [aWeek(1, { shiftsRecorded: 1 }), aWeek(2)] })],
		[
			"a bad week that still runs",
			onboarded({ adoption: [aWeek(3), aWeek(4, { shiftsRecorded: 0, exceptions: 99 })] }),
		],
		["exceptions in week 1", onboarded({ adoption: [aWeek(1, { exceptions: 99 })] })],
		["an administrator who has three days still", absent(3)],
		["an administrator who came", absent(9, { staff: [anAdministrator] })],
		["an absent administrator of a failed run", absent(9, { run: { ...aRun, status: "queued", finishedAt: ago(9) } })],
		["a run that has not ended", absent(9, { run: { ...aRun, finishedAt: null } })],
	])("%s is no reason", (...untold) => expectNoReason(...untold));
});
