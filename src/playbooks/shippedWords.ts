import type { PlaybookWords } from "@/domain/playbook/words";

const acceptInvitation = "Accept the invitation that came in a mail of its own, and sign in.";

export const casinoWords: PlaybookWords = {
	tenant: "casino",
	tenants: "casinos",
	welcome: "Welcome. {workspace} is set up, and we have checked that you can get in as its administrator.",
	firstSteps: [
		acceptInvitation,
		"Check your week under Working hours.",
		"Send us the list of your areas, gaming tables and games. We import it and show you the result.",
		"Invite your pit bosses and cashiers, each with a role of their own.",
		"Record one trial visit at one table in the product. Then you have seen it work from end to end.",
	],
	checkIns: [
		{ day: 1, text: "Did everything open at {workspace}, and did your first steps make sense?" },
		{ day: 3, text: "Have your pit bosses and cashiers at {workspace} been invited, and have they tried the product?" },
		{ day: 7, text: "What works on the floor of {workspace} by now, and what does not?" },
	],
	announcement: {
		subject: "{workspace} goes live",
		text: "Hello {name},\n\n{workspace} goes live with the product as its primary tool. For the workflows that we agreed on: if it is not in the product, it did not happen. What stays on paper stays on paper.\n\nYour contacts for the first shifts are in your onboarding: {address}.",
	},
};

export const businessWords: PlaybookWords = {
	tenant: "business",
	tenants: "businesses",
	welcome:
		"Welcome. {workspace} is set up, and we have checked that you can get in. Next we get your phone number and test it, and tell you when you are live.",
	firstSteps: [
		acceptInvitation,
		"Fill in the onboarding form: your services, your working hours, how you take bookings today, and what you want to reach.",
		"Check your week under Working hours.",
		"Once we have told you that your number is ready, text it yourself and see the lead arrive.",
	],
	checkIns: [
		{ day: 1, text: "Could you sign in, and is everything where you expect it?" },
		{ day: 3, text: "Are text messages coming in? If none has, where do your customers see your number?" },
		{ day: 7, text: "How is it going? Any questions?" },
	],
	announcement: {
		subject: "{workspace} is live",
		text: "Hello {name},\n\n{workspace} is live: text messages to your number are answered, and leads arrive on your dashboard.\n\nYour onboarding is at {address}.",
	},
};

export const workspaceWords: PlaybookWords = {
	tenant: "workspace",
	tenants: "workspaces",
	welcome: "Welcome. {workspace} is ready, and we have checked that you can get in as its administrator.",
	firstSteps: [
		"Accept the invitation that came in a mail of its own. It is bound to the address it was sent to: sign in with that one.",
		"Check that the page is headed {workspace}, so that you are in the workspace that was paid for.",
		"Check that it shows the plan you bought. If it does not, tell us before you start.",
	],
	checkIns: [
		{ day: 1, text: "Did {workspace} open, with the plan you bought?" },
		{ day: 3, text: "Have your people been invited to {workspace}, and have they started to work?" },
		{ day: 7, text: "What works at {workspace} by now, and what does not?" },
	],
	announcement: {
		subject: "{workspace} is open",
		text: "Hello {name},\n\n{workspace} is open for work.\n\nYour onboarding is at {address}.",
	},
};

export const customerWords: PlaybookWords = {
	tenant: "customer",
	tenants: "customers",
	welcome: "Welcome. Your support contract for {workspace} is set up, and we have checked that you can sign in.",
	firstSteps: [
		acceptInvitation,
		"Check under People whether we know everybody who may ask for support, and invite who is missing.",
		"When you need support, ask the contact that our mails name.",
	],
	checkIns: [
		{ day: 1, text: "Could you sign in, and do you know whom to ask for support?" },
		{ day: 3, text: "Does everybody at {workspace} who may ask for support have an account?" },
		{ day: 7, text: "Have you asked for support yet, and did you get what you needed?" },
	],
	announcement: {
		subject: "Support for {workspace} begins",
		text: "Hello {name},\n\nthe support contract for {workspace} is in service.\n\nYour onboarding is at {address}.",
	},
};

export const tenantWords: PlaybookWords = {
	tenant: "tenant",
	tenants: "tenants",
	welcome:
		"Welcome. The tenant of {workspace} is set up, and we have checked that you can get in as its administrator.",
	firstSteps: [
		acceptInvitation,
		"Invite the people who will run the connectors, each with a role of their own.",
		"Choose in your plan which of ServiceNow, Slack and GitHub you want to connect. We set them up with you.",
		"Leave writes off until the policy simulation is accepted.",
	],
	checkIns: [
		{ day: 1, text: "Did everything open, and did your first steps make sense?" },
		{ day: 3, text: "Are the connectors you chose set up, and is anything in the way?" },
		{ day: 7, text: "What works by now, what does not, and are the limits right for you?" },
	],
	announcement: {
		subject: "{workspace} is live",
		text: "Hello {name},\n\nthe tenant of {workspace} is live, within the limits that were agreed.\n\nYour onboarding is at {address}.",
	},
};
