/** What a page of ours may load and run: its own files, and inline scripts that carry the request's nonce. */
const ownPages = {
	"default-src": "'none'",
	"connect-src": "'self'",
	"font-src": "'self'",
	"img-src": "'self' data:",
	"manifest-src": "'self'",
	"style-src": "'self'",
	// A bar's length is an attribute of its element. An attribute loads nothing but what `img-src` allows.
	"style-src-attr": "'unsafe-inline'",
	"object-src": "'none'",
	"base-uri": "'none'",
	"form-action": "'self'",
	"frame-ancestors": "'none'",
};

/** The panel adds style elements of its own while it runs (menus, the editor, dragging), and shows files before they are saved. */
const adminPages = {
	...ownPages,
	"img-src": "'self' data: blob:",
	"media-src": "'self' blob:",
	"style-src": "'self' 'unsafe-inline'",
};

/**
 * The content security policy of a page.
 * @param input.nonce random, of this one request
 * @param input.isDevelopment React's development build evaluates text to show where an error came from
 */
export function writeContentPolicy(input: { pathname: string; nonce: string; isDevelopment: boolean }): string {
	const { pathname, nonce, isDevelopment } = input;
	const isAdmin = pathname === "/admin" || pathname.startsWith("/admin/");
	// Scripts that carry the nonce may load the parts they are split into; nothing else runs, whatever file it comes from.
	const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`;
	const policy = { ...(isAdmin ? adminPages : ownPages), "script-src": scripts };
	return Object.entries(policy)
		.map(([name, sources]) => `${name} ${sources}`)
		.join("; ");
}
