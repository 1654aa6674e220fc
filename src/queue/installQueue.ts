import { createBoss } from "./createBoss";
import { queues } from "./queues";

/** Creates or migrates the queue's schema and the queues in it. Safe to run again. */
export async function installQueue(connectionString: string): Promise<void> {
	const boss = createBoss({ connectionString, maxConnections: 2, isInstaller: true });
	boss.on("error", () => {
		// A lost connection during the installation rejects the call below; without a listener it would end the process.
	});
	await boss.start();
	try {
		for (const { name, ...options } of Object.values(queues)) {
			const settings = {
				notify: true,
				expireInSeconds: 600,
				retentionSeconds: 14 * 86_400,
				deleteAfterSeconds: 86_400,
				...options,
			};
			await boss.createQueue(name, settings);
			await boss.updateQueue(name, settings);
		}
	} finally {
		await boss.stop({ graceful: false });
	}
}
