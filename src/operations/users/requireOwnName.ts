import type { PayloadRequest } from "payload";
import { InvalidInput } from "@/errors";
import { slug } from "@/slugs";

/**
 * A signature is the signer's own name, as their account has it; upper and lower case and spaces are theirs to choose.
 * @returns the name as it was typed, without spaces around it
 * @throws InvalidInput at `path`
 */
export function requireOwnName(input: { req: PayloadRequest; name: string; path: string }): string {
	const { req, name, path } = input;
	const own = req.user?.collection === slug.users ? req.user.name : "";
	if (comparable(name) === comparable(own) && own.trim() !== "") return name.trim();
	throw new InvalidInput([
		{ path, message: `Sign with your own name, as your account has it: ${own}. You can correct it in your account.` },
	]);
}

const comparable = (name: string) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLocaleLowerCase("en");
