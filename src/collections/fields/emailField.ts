import type { EmailField } from "payload";
import { cleanEmail, findEmailProblem } from "@/domain/isEmail";
import { normaliseEmail } from "@/domain/settlement/normaliseEmail";

type Input = Pick<EmailField, "name"> &
	Partial<Omit<EmailField, "type" | "validate" | "hooks">> & {
		/** Somebody signs in or is invited under it: kept in the form in which addresses are compared. */
		isPerson?: boolean;
	};

/** An e-mail address: what every door takes for one, and how it is stored. Payload's own rule is another one. */
export function emailField({ isPerson = false, ...field }: Input): EmailField {
	const toStored = isPerson ? normaliseEmail : cleanEmail;
	return {
		...field,
		type: "email",
		hooks: { beforeValidate: [({ value }) => (typeof value === "string" ? toStored(value) || null : value)] },
		validate: (value: string | null | undefined) => {
			if (value === null || value === undefined || value === "") return !field.required || "Give an e-mail address.";
			return typeof value !== "string" ? "Give an e-mail address." : (findEmailProblem(value) ?? true);
		},
	} as EmailField;
}
