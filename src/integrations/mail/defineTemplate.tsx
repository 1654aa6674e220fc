import type { ReactElement } from "react";
import { z } from "zod";
import { InvalidInput } from "@/errors";
import { Layout } from "./templates/Layout";

/** What every mail knows besides its own data. */
export type MailContext = {
	vendorName: string;
	supportEmail: string | null;
	/** Where this installation is reached, without a trailing slash. */
	serverUrl: string;
	/** Null where the mail is only shown: the link is stored nowhere. */
	secretLink: string | null;
};

type Definition<Schema extends z.ZodType> = {
	/** What the mail is filled with. It is stored and shown, so it holds no secrets. */
	schema: Schema;
	hasSecretLink?: true;
	subject(data: z.output<Schema>, context: MailContext): string;
	/** The heading inside the mail. */
	title(data: z.output<Schema>, context: MailContext): string;
	/** The line a mailbox shows after the subject. */
	preview(data: z.output<Schema>, context: MailContext): string;
	casinoName(data: z.output<Schema>): string | null;
	Content(props: { data: z.output<Schema>; context: MailContext }): ReactElement;
};

export type MailTemplate = {
	hasSecretLink: boolean;
	schema: z.ZodType;
	/** @throws InvalidInput naming each field of `input` that is wrong */
	compose(input: unknown, context: MailContext): { subject: string; mail: ReactElement };
};

/** Binds a schema to the words it fills, so that a mail can be composed from unchecked data. */
export function defineTemplate<Schema extends z.ZodType>(definition: Definition<Schema>): MailTemplate {
	const { schema, Content } = definition;
	return {
		hasSecretLink: definition.hasSecretLink ?? false,
		schema,
		compose(input, context) {
			const parsed = schema.safeParse(input);
			if (!parsed.success) {
				throw new InvalidInput(
					parsed.error.issues.map((issue) => ({
						path: z.core.toDotPath(issue.path) || "data",
						message: issue.message,
					})),
				);
			}
			const { data } = parsed;
			return {
				subject: definition.subject(data, context),
				mail: (
					<Layout
						context={context}
						title={definition.title(data, context)}
						preview={definition.preview(data, context)}
						casinoName={definition.casinoName(data)}
					>
						<Content data={data} context={context} />
					</Layout>
				),
			};
		},
	};
}
