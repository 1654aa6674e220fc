/** Repeats a task, one after the other, with a pause between. An error is told and does not end it. */
export function startTimer(input: {
	everySeconds: number;
	task: () => Promise<unknown>;
	onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> = Promise.resolve();
	const schedule = () => {
		if (isStopped) return;
		timer = setTimeout(() => {
			running = input.task().then(
				() => schedule(),
				(error: unknown) => {
					input.onError(error);
					schedule();
				},
			);
		}, input.everySeconds * 1000);
		timer.unref();
	};
	schedule();
	return {
		stop: async () => {
			isStopped = true;
			clearTimeout(timer);
			await running;
		},
	};
}
