import type { CollectionAfterChangeHook } from "payload";
import { noSignInKey } from "@/operations/checkIns/lookAtCheckIns";
import { cancelCheckIns } from "@/operations/checkIns/planCheckIns";
import { resolveRisk } from "@/operations/risks/resolveRisk";

/** Nobody of a customer whose onboarding was cancelled is asked by mail how the first week goes, nor called. */
export const endFirstWeek: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
	if (operation !== "update" || doc.status !== "cancelled" || previousDoc.status === "cancelled") return doc;
	await cancelCheckIns({ req, onboardingId: doc.id, why: "the onboarding was cancelled" });
	await resolveRisk({ req, key: noSignInKey(doc.id), resolution: "The onboarding was cancelled." });
	return doc;
};
