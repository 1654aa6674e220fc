// Preloaded into the web process: when whoever started it is gone, however abruptly, it ends too.
const PATIENCE_MS = 5000;

process.once("disconnect", () => {
	process.kill(process.pid, "SIGTERM");
	setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
