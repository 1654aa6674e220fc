import type { Endpoint } from "payload";
import { type Slug, slug } from "@/slugs";
import { postWeeks } from "./adoption-reports/postWeeks";
import { postApproval, postRejection } from "./approvals/decisions";
import { getAuditExport } from "./audit/getAuditExport";
import { postErasure } from "./audit/postErasure";
import { postFloorImport } from "./casinos/postFloorImport";
import { postFloorSync } from "./casinos/postFloorSync";
import { postActs } from "./checklist-items/postActs";
import { postOpinion } from "./checklist-items/postOpinion";
import { postReopening } from "./checklist-items/postReopening";
import { postSnooze } from "./checklist-items/postSnooze";
import { postStart } from "./checklist-items/postStart";
import { postTick } from "./checklist-items/postTick";
import { postWaiver } from "./checklist-items/postWaiver";
import { postAmendment as postContractAmendment } from "./contracts/postAmendment";
import { postOnboarding } from "./contracts/postOnboarding";
import { getDecisionPdf } from "./decisions/getDecisionPdf";
import { postVerdict } from "./decisions/postVerdict";
import { getLiveness } from "./health/getLiveness";
import { getReadiness } from "./health/getReadiness";
import { postAcceptance } from "./invites/postAcceptance";
import { postLook } from "./invites/postLook";
import { postAmendment as postInvoiceAmendment } from "./invoices/postAmendment";
import { postPayment } from "./invoices/postPayment";
import { postPurchaseOrder } from "./invoices/postPurchaseOrder";
import { postRefund } from "./invoices/postRefund";
import { postSending } from "./invoices/postSending";
import { postVoid } from "./invoices/postVoid";
import { postResend } from "./messages/postResend";
import { getMetrics } from "./metrics/getMetrics";
import { getMyWork } from "./my-work/getMyWork";
import { getMyWorkExport } from "./my-work/getMyWorkExport";
import { getNews } from "./news/getNews";
import { getAnnouncement, postAnnouncement } from "./onboardings/announcement";
import { getEvents } from "./onboardings/getEvents";
import { getOnboardingLive } from "./onboardings/getOnboardingLive";
import { getOnboardingPage } from "./onboardings/getOnboardingPage";
import { getPacket } from "./onboardings/getPacket";
import { getUpgrade } from "./onboardings/getUpgrade";
import { postAcceptanceAcknowledgement, postAcceptance as postContractAcceptance } from "./onboardings/postAcceptance";
import { postAcknowledgement } from "./onboardings/postAcknowledgement";
import { postAdoptionPull } from "./onboardings/postAdoptionPull";
import { postFreezeOverride } from "./onboardings/postFreezeOverride";
import { postGoNoGo } from "./onboardings/postGoNoGo";
import { postLessons } from "./onboardings/postLessons";
import { postOpenRun } from "./onboardings/postOpenRun";
import { postPhaseClosing } from "./onboardings/postPhaseClosing";
import { postReopening as postOnboardingReopening } from "./onboardings/postReopening";
import { postSignOff } from "./onboardings/postSignOff";
import { postUpgrade } from "./onboardings/postUpgrade";
import { getHeldEvents } from "./payment-events/getHeldEvents";
import { postDismissal } from "./payment-events/postDismissal";
import { postPreview } from "./payment-events/postPreview";
import { postSettlement } from "./payment-events/postSettlement";
import { getPortfolio } from "./portfolio/getPortfolio";
import { getPortfolioExport } from "./portfolio/getPortfolioExport";
import { getUndoPlan } from "./provisioning-runs/getUndoPlan";
import { postRetry } from "./provisioning-runs/postRetry";
import { postSkip } from "./provisioning-runs/postSkip";
import { postUndo } from "./provisioning-runs/postUndo";
import { getReportsExport } from "./reports/getReportsExport";
import { getSamples, postSampleRemoval } from "./samples/samples";
import { getSecurityText } from "./security/getSecurityText";
import { postRequest } from "./sign-in-link/postRequest";
import { postUse } from "./sign-in-link/postUse";
import { postLink } from "./staff-invites/postLink";
import { postResending } from "./staff-invites/postResending";
import { postRevocation } from "./staff-invites/postRevocation";
import { receiveStripeWebhook } from "./stripe/receiveStripeWebhook";
import { postAccountInvite, postAccountLink, postPassword } from "./users/accounts";
import { postForgotPassword } from "./users/postForgotPassword";
import { postNewPassword } from "./users/postNewPassword";
import { getSessions, postReauthentication, postSessionsEnd, postSessionsOfEnd } from "./users/sessions";

/** Routes that stand beside Payload's own, outside every collection. The first that fits answers. */
export const rootEndpoints: Endpoint[] = [
	receiveStripeWebhook,
	getNews,
	getPortfolio,
	getPortfolioExport,
	getMyWork,
	getMyWorkExport,
	getReportsExport,
	getAuditExport,
	getDecisionPdf,
	postErasure,
	getSamples,
	postSampleRemoval,
	getLiveness,
	getReadiness,
	getMetrics,
	getSecurityText,
	postLook,
	postAcceptance,
	postRequest,
	postUse,
];

/** Routes below a collection's path: Payload looks for those in the collection. */
export const collectionEndpoints: Partial<Record<Slug, Endpoint[]>> = {
	[slug.approvals]: [postApproval, postRejection],
	[slug.contracts]: [postOnboarding, postContractAmendment],
	[slug.users]: [
		postForgotPassword,
		postNewPassword,
		postAccountLink,
		postAccountInvite,
		postPassword,
		getSessions,
		postSessionsEnd,
		postSessionsOfEnd,
		postReauthentication,
	],
	[slug.staffInvites]: [postLink, postResending, postRevocation],
	[slug.paymentEvents]: [getHeldEvents, postPreview, postSettlement, postDismissal],
	[slug.casinos]: [postFloorImport, postFloorSync],
	[slug.adoptionReports]: [postWeeks],
	[slug.onboardings]: [
		getOnboardingLive,
		getOnboardingPage,
		getEvents,
		postOpenRun,
		postAdoptionPull,
		postPhaseClosing,
		postOnboardingReopening,
		postAcknowledgement,
		postContractAcceptance,
		postAcceptanceAcknowledgement,
		getUpgrade,
		postUpgrade,
		postLessons,
		getPacket,
		postGoNoGo,
		postFreezeOverride,
		postSignOff,
		getAnnouncement,
		postAnnouncement,
	],
	[slug.checklistItems]: [postActs, postTick, postStart, postReopening, postSnooze, postWaiver, postOpinion],
	[slug.decisions]: [postVerdict],
	[slug.provisioningRuns]: [postRetry, postSkip, getUndoPlan, postUndo],
	[slug.messages]: [postResend],
	[slug.invoices]: [postInvoiceAmendment, postSending, postPayment, postRefund, postVoid, postPurchaseOrder],
};
