import { chmod, mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Payload } from "payload";
import { mediaFolderOf } from "./mediaFolderOf";

/** For whoever runs the server, and nobody else on the machine. */
const [folderMode, fileMode] = [0o700, 0o600];

/**
 * Closes the folder of uploaded files, and the files from before, to other accounts of the machine. Where the folder belongs
 * to somebody else (a mounted volume) it is as they set it up, and the log says so.
 */
export async function protectFiles(payload: Payload): Promise<void> {
	const folder = mediaFolderOf(payload);
	try {
		await mkdir(folder, { recursive: true, mode: folderMode });
		await chmod(folder, folderMode);
		for (const name of await readdir(folder)) await protectFile(payload, name);
	} catch (error) {
		payload.logger.warn({
			msg: "The folder of uploaded files may be open to others.",
			reason: (error as Error).message,
		});
	}
}

/** Closes one file that was just written. One that is not there any more needs nothing. */
export async function protectFile(payload: Payload, name: string): Promise<void> {
	if (name.startsWith(".")) return;
	await chmod(path.join(mediaFolderOf(payload), path.basename(name)), fileMode).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOENT") throw error;
		},
	);
}

/** Whether the content of a file is there. */
export async function isStored(payload: Payload, name: string): Promise<boolean> {
	const found = await stat(path.join(mediaFolderOf(payload), path.basename(name))).catch(() => null);
	return found?.isFile() ?? false;
}
