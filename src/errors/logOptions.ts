import { redactForLog } from "./redactForLog";

/** How everything is logged: errors, alone or among other things, without the values a database quotes in them. */
export const logOptions = {
	hooks: {
		logMethod(this: unknown, args: unknown[], method: (...args: never[]) => void): void {
			method.apply(this, args.map(redactArgument) as never[]);
		},
	},
};

function redactArgument(argument: unknown): unknown {
	if (argument instanceof Error) return redactForLog(argument);
	if (typeof argument !== "object" || argument === null || Array.isArray(argument)) return argument;
	return Object.fromEntries(Object.entries(argument).map(([name, part]) => [name, redactForLog(part)]));
}
