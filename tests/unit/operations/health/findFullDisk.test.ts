import { expect, test } from "vitest";
import { findFullDisk } from "@/operations/health/findFullDisk";

const roomy = { bsize: 4096, blocks: 10_000_000, bavail: 5_000_000, files: 1000, ffree: 900 };
const full = { ...roomy, bavail: 20_000 };

const judge = (disks: Record<string, typeof roomy>, sql: () => Promise<never[]> = async () => []) =>
	findFullDisk({ sql, folders: Object.keys(disks), statfs: async (folder) => disks[folder] as typeof roomy });

test.each([
	["room", roomy, "ok"],
	["less than a few large files", full, "The disk for files is full."],
	["no more files", { ...roomy, ffree: 0 }, "The disk for files is full."],
	["no count of its blocks", { ...full, blocks: 0, files: 0, ffree: 0 }, "ok"],
])("a disk with %s", async (_what, disk, expected) => {
	expect(await judge({ media: disk })).toBe(expected);
});

test("each full disk is said once", async () => {
	const sql = async () => {
		throw Object.assign(new Error("could not write to file: No space left on device"), { code: "53100" });
	};
	expect(await judge({ media: full, ".data": full }, sql)).toBe(
		"The disk for files is full. The database's disk is full.",
	);
});

test("what is no full disk is not taken for one", async () => {
	const sql = async () => {
		throw Object.assign(new Error("terminating connection"), { code: "57P01" });
	};
	await expect(judge({ media: roomy }, sql)).rejects.toThrow("terminating connection");
});
