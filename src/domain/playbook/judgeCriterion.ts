import type { CriterionName, Judgement } from "./criteria";
import type { OnboardingFacts } from "./facts";
import * as acceptance from "./judgements/acceptance";
import * as adoption from "./judgements/adoption";
import * as checkIns from "./judgements/checkIns";
import * as commercial from "./judgements/commercial";
import * as floor from "./judgements/floor";
import * as needs from "./judgements/goLiveNeeds";
import type { Judge } from "./judgements/judge";
import * as measures from "./judgements/measures";
import * as people from "./judgements/people";
import * as pilot from "./judgements/pilot";
import * as tenant from "./judgements/tenant";
import * as training from "./judgements/training";
import * as work from "./judgements/work";

const judges: Readonly<Record<CriterionName, Judge>> = Object.freeze({
	contract_signed: commercial.contractSigned,
	gate_satisfied: commercial.gateSatisfied,
	contacts_named: commercial.contactsNamed,
	run_succeeded: tenant.runSucceeded,
	administrator_signed_in: tenant.administratorSignedIn,
	access_verified: tenant.accessVerified,
	settings_created: tenant.settingsCreated,
	entitlements_granted: tenant.entitlementsGranted,
	welcome_sent: tenant.welcomeSent,
	invites_accepted: people.invitesAccepted,
	floor_ready: floor.floorReady,
	roster_complete: people.rosterComplete,
	roles_match: people.rolesMatch,
	top_tasks_under_five_minutes: floor.topTasksUnderFiveMinutes,
	boundaries_written: floor.boundariesWritten,
	scope_agreed: pilot.scopeAgreed,
	training_attended: training.trainingAttended,
	pit_bosses_trained: training.pitBossesTrained,
	cashiers_trained: training.cashiersTrained,
	administrators_trained: training.administratorsTrained,
	compliance_trained: training.complianceTrained,
	pilot_scope_agreed: pilot.pilotScopeAgreed,
	go_live_needs_met: needs.goLiveNeedsMet,
	pilot_completed: pilot.pilotCompleted,
	pilot_issues_triaged: pilot.pilotIssuesTriaged,
	go_live_agreed: pilot.goLiveAgreed,
	go_live_done: pilot.goLiveDone,
	support_path_known: pilot.supportPathKnown,
	go_live_announcement: pilot.goLiveAnnouncement,
	first_week_done: checkIns.firstWeekDone,
	hypercare_complete: checkIns.hypercareComplete,
	check_ins_done: checkIns.checkInsDone,
	active_staff_measured: measures.activeStaffMeasured,
	entries_measured: measures.entriesMeasured,
	tables_measured: measures.tablesMeasured,
	exceptions_near_zero: measures.exceptionsNearZero,
	task_times_measured: measures.taskTimesMeasured,
	adoption_thresholds_met: adoption.adoptionThresholdsMet,
	in_use_two_weeks: adoption.inUseTwoWeeks,
	primary_tool_signed_off: adoption.primaryToolSignedOff,
	paid_access_passes: adoption.paidAccessPasses,
	go_decided: adoption.goDecided,
	acceptance_set: acceptance.acceptanceSet,
	acceptance_notified: acceptance.acceptanceNotified,
	acceptance_acknowledged: acceptance.acceptanceAcknowledged,
	acceptance_green: acceptance.acceptanceGreen,
	onboarded_in_two_hours: work.onboardedInTwoHours,
	master_agreement_stored: commercial.isContractStored("msa"),
	order_form_stored: commercial.isContractStored("order_form"),
	data_agreement_stored: commercial.isContractStored("dpa"),
	support_contract_sent: commercial.supportContractSent,
	invoice_sent: commercial.invoiceSent,
	invoice_settled: commercial.invoiceSettled,
	payment_confirmed: tenant.paymentConfirmed,
	payment_bound: adoption.paymentBound,
	run_opened: tenant.runOpened,
	tenant_in_product: tenant.tenantInProduct,
	areas_and_tables_entered: floor.areasAndTablesEntered,
	games_set_up: floor.gamesSetUp,
	staff_invited: people.staffInvited,
	freeze_planned: pilot.freezePlanned,
	hypercare_planned: checkIns.hypercarePlanned,
	day_1_called: checkIns.isDayCalled(1),
	day_3_called: checkIns.isDayCalled(3),
	day_7_called: checkIns.isDayCalled(7),
	issues_in_roadmap: pilot.issuesInRoadmap,
	go_no_go_proposed: adoption.goNoGoProposed,
	lessons_proposed: adoption.lessonsProposed,
});

/**
 * Computes a criterion from the onboarding's records: whether it holds, what was found or is missing and who can do it,
 * and the record that shows it. Never throws: facts that are not there yet are what is missing.
 *
 * @param input.now ISO 8601
 */
export function judgeCriterion(input: { name: CriterionName; facts: OnboardingFacts; now: string }): Judgement {
	const { name, facts, now } = input;
	return judges[name]({ facts, now });
}
