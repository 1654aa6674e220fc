import { InvalidInput } from "@/errors";

/** No list separators, brackets or spaces: a second recipient cannot hide in an address. */
const bareAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u;

/**
 * Reads one mail address, `a@b.c` or, unless `isBare`, `Name <a@b.c>`.
 *
 * @throws InvalidInput on `path` when it is not exactly one address
 */
export function readAddress(text: string, path: string, { isBare = false } = {}): { name: string; address: string } {
	const named = isBare ? null : /^(?<name>[^<>\r\n]*)<(?<address>[^<>]+)>$/.exec(text.trim());
	const address = (named?.groups?.address ?? text).trim();
	if (!bareAddress.test(address)) throw new InvalidInput([{ path, message: "must be one e-mail address" }]);
	return { name: (named?.groups?.name ?? "").trim().replace(/^"(.*)"$/, "$1"), address };
}
