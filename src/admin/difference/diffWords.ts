/** A run of words that both texts have, or that only one of them has. Joined, the runs are the texts again. */
type WordRun = { in: "both" | "before" | "after"; text: string };

/** Above this many pairs of words, texts are told apart as wholes: comparing them would be felt. */
const mostPairs = 400_000;

/** What was taken out of a text and what was put in, word by word, with as much left standing as can be. */
export function diffWords(before: string, after: string): WordRun[] {
	const [old, now] = [wordsOf(before), wordsOf(after)];
	if (old.length * now.length > mostPairs) return join([...mark("before", old), ...mark("after", now)]);
	const common = commonLengths(old, now);
	const runs: WordRun[] = [];
	let [i, j] = [0, 0];
	while (i < old.length && j < now.length) {
		if (old[i] === now[j]) {
			runs.push({ in: "both", text: old[i] ?? "" });
			i += 1;
			j += 1;
		} else if (at(common, i + 1, j) >= at(common, i, j + 1)) {
			runs.push({ in: "before", text: old[i] ?? "" });
			i += 1;
		} else {
			runs.push({ in: "after", text: now[j] ?? "" });
			j += 1;
		}
	}
	return join([...runs, ...mark("before", old.slice(i)), ...mark("after", now.slice(j))]);
}

/** Words with the blanks after them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const mark = (where: WordRun["in"], words: readonly string[]): WordRun[] => words.map((text) => ({ in: where, text }));

const at = (table: readonly number[][], i: number, j: number) => table[i]?.[j] ?? 0;

/** How many words the rests of both texts have in common, from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
	const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
	for (let i = old.length - 1; i >= 0; i -= 1) {
		const row = table[i] ?? [];
		for (let j = now.length - 1; j >= 0; j -= 1) {
			row[j] = old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
		}
	}
	return table;
}

/** Neighbours of one kind as one run. */
function join(runs: readonly WordRun[]): WordRun[] {
	const joined: WordRun[] = [];
	for (const run of runs) {
		const last = joined.at(-1);
		if (last?.in === run.in) joined[joined.length - 1] = { ...last, text: last.text + run.text };
		else joined.push(run);
	}
	return joined;
}
