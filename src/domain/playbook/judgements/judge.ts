import type { RecordRef } from "../../recordRef";
import type { Judgement } from "../criteria";
import type { OnboardingFacts } from "../facts";

/** One criterion's rule. `now` is ISO 8601. */
export type Judge = (input: { facts: OnboardingFacts; now: string }) => Judgement;

/** A rule that no more than the casino's day (`facts.calendar`) can change without a record. */
export type TimelessJudge = (input: { facts: OnboardingFacts }) => Judgement;

export const holds = (says: string, record: RecordRef | null = null): Judgement => ({ holds: true, says, record });
export const lacks = (says: string, record: RecordRef | null = null): Judgement => ({ holds: false, says, record });
