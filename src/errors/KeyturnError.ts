/** The names of an error's classes, from its own to the base. Shared by every copy of this module in a process. */
const kindsKey = Symbol.for("keyturn.error.kinds");

type Kinded = { readonly [kindsKey]?: readonly string[] };

/**
 * The one base of every error this system raises on purpose.
 *
 * `publicMessage` and `data` may be shown to whoever asked; `cause` and the stack stay in the log.
 *
 * `instanceof` goes by name, not by class: a built server holds this module once for each of its entries, and an error
 * raised by an adapter that one entry built is caught by a route of another. A class that others ask for has a `kind`.
 */
export class KeyturnError extends Error {
	static readonly kind: string = "KeyturnError";

	readonly code: string;
	readonly status: number;
	readonly publicMessage: string;
	readonly data?: unknown;

	constructor(input: { code: string; status: number; publicMessage: string; data?: unknown; cause?: unknown }) {
		super(input.publicMessage, { cause: input.cause });
		this.name = new.target.kind;
		this.code = input.code;
		this.status = input.status;
		this.publicMessage = input.publicMessage;
		this.data = input.data;
		Object.defineProperty(this, kindsKey, { value: kindsOf(new.target) });
	}

	static override [Symbol.hasInstance](value: unknown): boolean {
		const kinds = typeof value === "object" && value !== null ? (value as Kinded)[kindsKey] : undefined;
		// biome-ignore lint/complexity/noThisInStatic: the class asked for, which may be any subclass
		return kinds?.includes(this.kind) ?? false;
	}
}

function kindsOf(ownClass: typeof KeyturnError): string[] {
	const kinds: string[] = [];
	for (let each = ownClass; typeof each.kind === "string"; each = Object.getPrototypeOf(each)) kinds.push(each.kind);
	return kinds;
}
