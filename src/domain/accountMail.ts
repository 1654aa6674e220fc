/** The mails that let somebody into their own account, and how many minutes their links are good for. */
export const accountMailMinutes = {
	/** Long enough to walk to one's phone, short enough to be forgotten. */
	sign_in_link: 15,
	password_reset: 60,
} as const;

export type AccountMailKind = keyof typeof accountMailMinutes;
