import { buildServer } from "./buildServer";

/** Keyturn as it is released, with the bench's routes beside its own. One build for all rows. @returns its folder */
export function buildApp(): Promise<string> {
	return buildServer({
		name: "app",
		overlay: {
			"src/app/bench-bare/route.ts": "bench/routes/bareInsert.ts",
			"src/app/bench-statements/route.ts": "bench/routes/readStatements.ts",
		},
	});
}
