import { type PayloadRequest, ValidationError } from "payload";
import { InvalidInput } from "@/errors";
import type { Slug } from "@/slugs";

/** A refusal is shown at the field of the form that it is about. */
export async function atField(
	{ req, collection }: { req: PayloadRequest; collection: Slug },
	act: () => Promise<void>,
): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		throw new ValidationError({ collection, errors: error.data as { path: string; message: string }[], req });
	}
}
