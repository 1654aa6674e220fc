/**
 * The token behind `#` of a personal link, taken out of the address at once: neither the history nor somebody looking
 * over a shoulder keeps it. It stays in this tab, so that a reload, or a phone that put the tab to sleep, loses nothing.
 *
 * @param name what the link is for; `forgetToken` ends it
 * @returns null when there is none
 */
export function takeToken(name: string): string | null {
	const token = location.hash.slice(1);
	if (token) {
		history.replaceState(null, "", location.pathname);
		sessionStorage.setItem(keyOf(name), token);
		return token;
	}
	return sessionStorage.getItem(keyOf(name));
}

export function forgetToken(name: string): void {
	sessionStorage.removeItem(keyOf(name));
}

const keyOf = (name: string) => `keyturn.${name}`;
