/**
 * Plays stories, some at once: while one waits for the database, another goes on. Each begins in the given order; when
 * one fails, none is begun any more, and the failure is told when those that were begun have ended.
 */
export async function playAtOnce<Story>(
	stories: readonly Story[],
	atOnce: number,
	play: (story: Story) => Promise<void>,
): Promise<void> {
	const waiting = [...stories];
	const failures: unknown[] = [];
	const playNext = async (): Promise<void> => {
		for (let story = waiting.shift(); story && failures.length === 0; story = waiting.shift()) {
			await play(story).catch((error) => failures.push(error));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, playNext));
	if (failures.length > 0) throw failures[0];
}
