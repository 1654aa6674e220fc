/**
 * The oldest Node.js of each line that has the fixes of its latest security release. It is the only list: raise it, and
 * the pinned `node` in package.json, with every security release.
 *
 * 22 and 24: of 11 November 2026. 26: of 21 October 2026, the latest of its line that could be had when this was written.
 */
export const patchedNode = { 22: "22.23.5", 24: "24.22.3", 26: "26.12.1" };

/**
 * Whether a Node.js has the fixes. A line that is not on the list is not judged, hence has not.
 * @param {string} version such as `24.22.3`
 */
export function isPatched(version) {
	const [major, minor, patch] = version.split(".").map(Number);
	const [, oldestMinor, oldestPatch] = (patchedNode[major] ?? "").split(".").map(Number);
	return minor > oldestMinor || (minor === oldestMinor && patch >= oldestPatch);
}
