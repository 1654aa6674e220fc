// Preloaded into every command: when whoever started it is gone, however abruptly, it ends too.
const PATIENCE_MS = 5000;

process.once("disconnect", () => {
	process.kill(process.pid, "SIGTERM");
	setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
// Listening for its end would keep a command whose work is done from ending.
process.channel?.unref();
