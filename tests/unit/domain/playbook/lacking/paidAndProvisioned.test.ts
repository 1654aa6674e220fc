import { withContracts, withWelcome } from "../changes";
import {
	aContract,
	anAdministrator,
	anInvoice,
	aPitBoss,
	aRun,
	aWelcome,
	onboarded,
	onboardedWith,
} from "../onboarded";
import { expectLacking } from "./expectLacking";

const withDraft = (type: "support") => onboarded({ contracts: [{ ...aContract, type, status: "draft" }] });
const withInvoice = (change: Partial<typeof anInvoice>) => onboarded({ invoices: [{ ...anInvoice, ...change }] });
const withConfirmation = (status: string) =>
	onboarded({ messages: [{ ...aWelcome, template: "payment_received", status }] });
const step = (status: string) => ({ ...aRun, steps: aRun.steps.map((each) => ({ ...each, status })) });

expectLacking([
	["contract_signed", "with one unsigned", withContracts(["order_form", "signed"], ["dpa", "sent"]), /is sent/, "dpa"],
	[
		"order_form_stored",
		"while it is only sent",
		withContracts(["order_form", "sent"]),
		/is sent, not signed/,
		"order_form",
	],
	["order_form_stored", "by another contract", withContracts(["msa", "signed"]), /no order form/, null],
	[
		"master_agreement_stored",
		"without its copy",
		onboarded({ contracts: [{ ...aContract, type: "msa", hasCopy: false }] }),
		/no copy is attached\. Operations attaches/,
		"contract-1",
	],
	[
		"data_agreement_stored",
		"once it was terminated",
		withContracts(["dpa", "terminated"]),
		/is terminated, not signed/,
		"dpa",
	],
	["support_contract_sent", "by a draft", withDraft("support"), /is draft, not sent/, "contract-1"],
	["invoice_sent", "by a draft", withInvoice({ status: "draft" }), /K-1 was not sent/, "invoice-1"],
	["invoice_sent", "by one not sent", withInvoice({ status: "open", sentAt: null }), /not sent/, "invoice-1"],
	["invoice_sent", "by a void one", withInvoice({ status: "void" }), /no invoice/, null],
	["invoice_settled", "while it is open", withInvoice({ status: "open" }), /is open, not paid\. The/, "invoice-1"],
	["invoice_settled", "after a refund", withInvoice({ status: "refunded" }), /is refunded, not paid/, "invoice-1"],
	["payment_confirmed", "while it is held", withConfirmation("held"), /no mail server/, "message-1"],
	["run_opened", "once the run was undone", onboarded({ run: null }), /when the gate opens/, null],
	[
		"tenant_in_product",
		"while that step failed",
		onboarded({ run: step("failed") }),
		/not in the product/,
		"bootstrap_product",
	],
	["contract_signed", "by a master agreement alone", withContracts(["msa", "signed"]), /no order form/, null],
	[
		"gate_satisfied",
		"and says what is missing",
		onboarded({ gate: { isOpen: false, openedAt: null, missing: ["Invoice K-1 is open, not paid"] } }),
		/shut: Invoice K-1 is open, not paid\. Operations/,
		"onboarding-1",
	],
	[
		"contacts_named",
		"without an address",
		onboardedWith({ adminContact: { name: "Ada", email: null } }),
		/Ada, has no e-mail.*customer names/,
		"onboarding-1",
	],
	["run_succeeded", "by a failed run", onboarded({ run: { ...aRun, status: "failed" } }), /is failed/, "run-1"],
	[
		"administrator_signed_in",
		"by one who never came",
		onboarded({ staff: [{ ...anAdministrator, lastSignInAt: null }, aPitBoss] }),
		/has not signed in yet/,
		"staff-1",
	],
	[
		"administrator_signed_in",
		"by one who was disabled since",
		onboarded({ staff: [{ ...anAdministrator, status: "disabled" }, aPitBoss] }),
		/no active administrator/,
		null,
	],
	["access_verified", "by a failed check", onboarded({ run: step("failed") }), /is failed/, "step-1"],
	["access_verified", "by a run that checks nothing", onboarded({ run: { ...aRun, steps: [] } }), /not been/, null],
	[
		"entitlements_granted",
		"with some missing",
		onboarded({ entitlements: { granted: 1, missing: ["seats", "sites"], planned: true } }),
		/seats and sites/,
		null,
	],
	["welcome_sent", "while it is held", withWelcome("held"), /no mail server/, "message-1"],
	["welcome_sent", "while it is queued", withWelcome("queued"), /waiting to be sent/, "message-1"],
	["welcome_sent", "when it failed", withWelcome("failed"), /could not be delivered/, "message-1"],
	["welcome_sent", "in a state nobody foresaw", withWelcome("lost"), /is lost/, "message-1"],
	[
		"welcome_sent",
		"by another message",
		onboarded({ messages: [{ ...aWelcome, template: "check_in" }] }),
		/not written/,
		null,
	],
]);
