import { spawnSync } from "node:child_process";

/** Whom PostgreSQL runs as. Empty: as ourselves. */
export type Account = { uid?: number; gid?: number };

const NAME = "postgres";

/**
 * PostgreSQL refuses to run as root: root lends it the account `postgres`, made when it is missing.
 * Throws one sentence when that account neither exists nor can be made.
 */
export function chooseAccount(): Account {
	if (process.getuid?.() !== 0) return {};
	const existing = readAccount();
	if (existing) return existing;
	const made = run("groupadd", "--system", NAME) && run("useradd", "--system", "--no-create-home", "-g", NAME, NAME);
	const created = made ? readAccount() : undefined;
	if (created) return created;
	throw new Error(
		`PostgreSQL refuses to run as root, and this machine has no user "${NAME}" and no working useradd and groupadd to make one: create that user, start Keyturn as another user, or set DATABASE_URL.`,
	);
}

function readAccount(): Account | undefined {
	const [uid, gid] = ["-u", "-g"].map((flag) => {
		const answer = spawnSync("id", [flag, NAME], { encoding: "utf8" });
		return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
	});
	return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function run(command: string, ...args: string[]): boolean {
	// 9: it exists already, which a start that was killed halfway leaves behind.
	const { status } = spawnSync(command, args, { stdio: "ignore" });
	return status === 0 || status === 9;
}
