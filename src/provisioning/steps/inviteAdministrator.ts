import { defineStep } from "../engine/step";
import { EffectMissing } from "../engine/stepErrors";

/** The first administrator is invited; the link is minted when the mail is sent. */
export const inviteAdministrator = defineStep({
	name: "invite_administrator",
	title: "Invite the first administrator",
	input: ({ casino, adminContact }) => ({ casinoId: casino.id, admin: adminContact }),
	idempotencyKey: ({ casinoId, admin }) => `invite:${casinoId}:${admin.email.toLowerCase()}`,
	run: ({ casinoId, admin }, { records }) => records.ensureAdminInvite({ casinoId, admin }),
	verify: async ({ casinoId, admin }, { records }) => {
		const invite = await records.readAdminInvite({ casinoId, email: admin.email });
		if (!invite) throw new EffectMissing("There is no invitation for the administrator.");
		if (!invite.messageId) throw new EffectMissing("The invitation has no mail.");
		return { invite: invite.inviteId, message: invite.messageId, status: invite.status };
	},
	undo: {
		description: "Open invitations are revoked: their links stop working. Who has accepted keeps the account.",
		apply: ({ casinoId }, { records }) => records.revokeInvites(casinoId),
	},
});
