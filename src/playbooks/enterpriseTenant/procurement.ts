import { chosen, decision, deliverable, form, phase, signedCriterion, task, workingDays } from "../write";

/** The questionnaire, the decision tree of region and data mode, the legal pack and what speeds procurement up. */
export const procurement = phase(
	"procurement",
	"Security, legal and data",
	"Security, legal and IT have what they need to say yes, and it is decided where the data lives and what we see of it.",
	[
		form("security_questionnaire", "Security and IT questionnaire", {
			guidance: "Send the questionnaire of your firm.",
			by: "it_contact",
			proof: "file",
			due: workingDays(5).after("opened"),
		}),
		deliverable("standard_answers", "Standard answers to the security and IT questionnaire", {
			guidance: "Attach the answers as they were sent.",
			by: "compliance",
			asks: ["it_contact"],
			due: workingDays(3).afterItem("security_questionnaire"),
			after: ["security_questionnaire"],
		}),
		deliverable("architecture_diagram", "Architecture diagram", {
			by: "compliance",
			due: workingDays(5).after("opened"),
		}),
		deliverable("penetration_test_plan", "Plan of penetration tests", {
			by: "compliance",
			due: workingDays(5).after("opened"),
		}),

		decision("region", "Where does the data live: US or EU?", ["us", "eu"], {
			guidance:
				"It is pinned. The answer is kept on the onboarding; that the tenant runs there is confirmed by a person.",
			by: "compliance_lead",
			asks: ["it_contact", "compliance"],
			due: workingDays(5).after("opened"),
		}),
		decision("content_stored", "May the full content of records be stored with us?", ["yes", "no"], {
			guidance: "The first question of the data mode.",
			by: "compliance_lead",
			asks: ["it_contact", "compliance"],
			due: workingDays(5).after("opened"),
		}),
		decision(
			"redaction",
			"Without the full content: metadata only, or content with what is sensitive struck out?",
			["metadata_only", "redacted"],
			{
				by: "compliance_lead",
				asks: ["it_contact", "compliance"],
				due: workingDays(6).after("opened"),
				after: ["content_stored"],
				when: chosen("content_stored", "no"),
			},
		),
		decision("key_holder", "With the full content: who holds the keys?", ["ours", "customers"], {
			by: "it_contact",
			answers: "compliance_lead",
			asks: ["compliance"],
			due: workingDays(6).after("opened"),
			after: ["content_stored"],
			when: chosen("content_stored", "yes"),
		}),
		decision(
			"data_mode",
			"Which data mode follows from the answers?",
			["metadata_only", "redacted", "content", "content_with_own_keys"],
			{
				guidance:
					"Without the full content: metadata only, or redacted. With it: under our keys, or the customer's own. The answer is kept on the onboarding.",
				by: "compliance_lead",
				asks: ["it_contact"],
				tells: ["ops", "compliance"],
				due: workingDays(7).after("opened"),
				after: ["region", "content_stored", "redaction", "key_holder"],
			},
		),

		deliverable("privacy_policy", "Privacy policy", {
			by: "compliance",
			due: workingDays(5).after("opened"),
		}),
		deliverable("processing_summary", "Summary of data processing", {
			by: "compliance",
			due: workingDays(5).after("opened"),
		}),
		deliverable("keys_responsibility", "Who is responsible for what, when the customer brings the keys", {
			by: "compliance",
			asks: ["it_contact"],
			due: workingDays(5).after("opened"),
		}),
		deliverable("residency_statement", "Statement on data residency: pinned to the US or the EU", {
			by: "compliance",
			due: workingDays(6).after("opened"),
			after: ["region"],
		}),
		deliverable("security_overview", "Security overview: encryption, audit, access controls", {
			by: "compliance",
			due: workingDays(5).after("opened"),
		}),
		deliverable("dpa", "Data processing agreement, signed and stored", {
			guidance: "Attach the signed copy to the contract's record.",
			shown: "data_agreement_stored",
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(8).after("opened"),
			after: ["region"],
			when: chosen("region", "eu"),
		}),
		deliverable("sccs", "Standard contractual clauses", {
			by: "compliance",
			asks: ["compliance_lead"],
			due: workingDays(8).after("opened"),
			after: ["region"],
			when: chosen("region", "eu"),
		}),
		task("share_pack", "Share the legal and security pack with procurement", {
			guidance: "As PDFs or documents that may be passed on. Link to what was shared, and when.",
			proof: "link",
			by: "compliance",
			tells: ["compliance_lead", "it_contact"],
			due: workingDays(8).after("opened"),
			after: [
				"privacy_policy",
				"processing_summary",
				"keys_responsibility",
				"residency_statement",
				"security_overview",
			],
		}),
		signedCriterion("procurement_accepts", "Procurement accepts the pack and the answers", {
			by: "compliance_lead",
			due: workingDays(15).after("opened"),
			after: ["share_pack", "standard_answers"],
		}),
	],
);
