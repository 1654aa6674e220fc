import config from "@payload-config";
import { getPayload } from "payload";
import { env } from "@/env";
import { startWorker } from "./startWorker";

/** Starts a worker inside the web process where that was asked for, and stops it with the process. */
export async function startInside(): Promise<void> {
	if (!env().KEYTURN_WORKER_INSIDE) return;
	const payload = await getPayload({ config });
	const worker = await startWorker(payload);
	const stop = () => void worker.stop();
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
}
