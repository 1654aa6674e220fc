import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

function chooseAccountWith(path: string) {
	const script = `import("${root}/scripts/postgres/chooseAccount.ts").then(({ chooseAccount }) => {
		try { console.log(JSON.stringify(chooseAccount())) } catch (error) { console.log(error.message) }
	})`;
	const env = { PATH: path } as unknown as NodeJS.ProcessEnv;
	return spawnSync(process.execPath, ["--import", "tsx", "-e", script], { cwd: root, env, encoding: "utf8" }).stdout;
}

if (process.getuid?.() === 0) {
	test("root without the account or useradd is told the three ways out", () => {
		const folder = mkdtempSync(join(tmpdir(), "keyturn-path-"));
		writeFileSync(join(folder, "id"), "#!/bin/sh\nexit 1\n");
		chmodSync(join(folder, "id"), 0o755);
		const answer = chooseAccountWith(folder);
		rmSync(folder, { recursive: true });
		expect(answer).toMatch(
			/no user "postgres" and no working useradd.*start Keyturn as another user, or set DATABASE_URL/,
		);
	});
} else {
	test("whoever is not root runs PostgreSQL as themselves", () => {
		expect(chooseAccountWith("/nowhere").trim()).toBe("{}");
	});
}
