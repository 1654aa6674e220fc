/**
 * One line for whoever started this.
 * @param {string} line
 */
export function report(line) {
	process.stdout.write(`${line}\n`);
}

/**
 * Announces work that can take longer than a second; the answer, when called, says how long it took.
 * @param {string} what
 * @returns {() => void}
 */
report.began = (what) => {
	const start = performance.now();
	process.stdout.write(`· ${what}…\n`);
	return () => process.stdout.write(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
};
