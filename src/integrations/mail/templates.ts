import type { MailTemplate } from "./defineTemplate";
import { acceptanceChanged } from "./templates/acceptanceChanged";
import { accessDelayed } from "./templates/accessDelayed";
import { accountInvite } from "./templates/accountInvite";
import { checkIn } from "./templates/checkIn";
import { goLiveAnnouncement } from "./templates/goLiveAnnouncement";
import { healthChanged } from "./templates/healthChanged";
import { itemNotices } from "./templates/itemNotices";
import { passwordChanged } from "./templates/passwordChanged";
import { passwordReset } from "./templates/passwordReset";
import { paymentConfirmationFinance } from "./templates/paymentConfirmationFinance";
import { paymentFailed } from "./templates/paymentFailed";
import { paymentHeld } from "./templates/paymentHeld";
import { paymentReceived } from "./templates/paymentReceived";
import { riskOpened } from "./templates/riskOpened";
import { runFailed } from "./templates/runFailed";
import { signInLink } from "./templates/signInLink";
import { staffInvite } from "./templates/staffInvite";
import { welcome } from "./templates/welcome";

/** Every mail Keyturn writes, by the name that messages store. */
export const templates = {
	payment_received: paymentReceived,
	access_delayed: accessDelayed,
	staff_invite: staffInvite,
	account_invite: accountInvite,
	sign_in_link: signInLink,
	password_reset: passwordReset,
	password_changed: passwordChanged,
	welcome,
	payment_confirmation_finance: paymentConfirmationFinance,
	check_in: checkIn,
	run_failed: runFailed,
	payment_failed: paymentFailed,
	payment_held: paymentHeld,
	risk_opened: riskOpened,
	health_changed: healthChanged,
	go_live_announcement: goLiveAnnouncement,
	item_notices: itemNotices,
	acceptance_changed: acceptanceChanged,
} satisfies Record<string, MailTemplate>;

export type TemplateName = keyof typeof templates;
