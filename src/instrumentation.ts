/** Runs once when the server starts. With the worker inside (`npm start`) this process also takes jobs. */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs") return;
	const { guardBodies } = await import("./operations/limits/guardBodies");
	const { bodyLimits } = await import("./operations/limits/bodyLimits");
	const { senderOf } = await import("./operations/limits/clientAddressOf");
	const { demandTls } = await import("./operations/limits/demandTls");
	const { env } = await import("./env");
	const { stampPeer } = await import("./operations/limits/stampPeer");
	const { measureRequests } = await import("./operations/metrics/measureRequests");
	measureRequests();
	guardBodies(bodyLimits, senderOf);
	stampPeer();
	demandTls(env().SERVER_URL);
	const { startInside } = await import("./worker/startInside");
	await startInside();
}
