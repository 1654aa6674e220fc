import config from "@payload-config";
import { getPayload } from "payload";
import { startWorker } from "./startWorker";

const payload = await getPayload({ config });
const worker = await startWorker(payload);
payload.logger.info("The worker takes jobs");

let isStopping = false;
const stop = async () => {
	if (isStopping) return;
	isStopping = true;
	await worker.stop();
	await payload.destroy();
	process.exit(0);
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
