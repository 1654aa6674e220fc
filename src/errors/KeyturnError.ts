/**
 * The one base of every error this system raises on purpose.
 *
 * `publicMessage` and `data` may be shown to whoever asked; `cause` and the stack stay in the log.
 */
export class KeyturnError extends Error {
	readonly code: string;
	readonly status: number;
	readonly publicMessage: string;
	readonly data?: unknown;

	constructor(input: {
		code: string;
		status: number;
		publicMessage: string;
		data?: unknown;
		cause?: unknown;
	}) {
		super(input.publicMessage, { cause: input.cause });
		this.name = new.target.name;
		this.code = input.code;
		this.status = input.status;
		this.publicMessage = input.publicMessage;
		this.data = input.data;
	}
}
