import type { GroupField } from "payload";
import { emailField } from "./emailField";

/** A named person at the customer: who they are and how they like to be reached. */
export function contactField(name: string, label: string, description: string): GroupField {
	return {
		name,
		type: "group",
		label,
		admin: { description },
		fields: [
			{
				type: "row",
				fields: [
					{ name: "name", type: "text", label: "Name", maxLength: 200, admin: { width: "34%" } },
					emailField({ name: "email", label: "E-mail", admin: { width: "33%" } }),
					{
						name: "preferredChannel",
						type: "select",
						label: "Preferred channel",
						defaultValue: "email",
						options: [
							{ value: "email", label: "E-mail" },
							{ value: "phone", label: "Phone" },
							{ value: "sms", label: "SMS" },
							{ value: "chat", label: "Chat" },
						],
						admin: { width: "33%" },
					},
				],
			},
		],
	};
}
