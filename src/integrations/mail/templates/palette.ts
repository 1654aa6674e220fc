/** Felt green, brass and warm greys; the dark set is applied by the mail client's own preference. */
export const light = {
	page: "#f3f0e9",
	card: "#ffffff",
	ink: "#25221d",
	muted: "#6a6458",
	line: "#e3ddd1",
	quiet: "#faf8f4",
	felt: "#0b5d4b",
	brass: "#c9a24a",
	onFelt: "#ffffff",
} as const;

const dark = {
	page: "#171512",
	card: "#22201b",
	ink: "#ece7dc",
	muted: "#aca495",
	line: "#3a362e",
	quiet: "#2a2721",
	link: "#dcbb6c",
	action: "#12806a",
} as const;

/** Mail clients keep styles inline; only classes can answer the reader's dark mode, hence `!important`. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.k-page { background-color: ${dark.page} !important; }
.k-card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
.k-ink { color: ${dark.ink} !important; }
.k-muted { color: ${dark.muted} !important; }
.k-line { border-color: ${dark.line} !important; }
.k-quiet { background-color: ${dark.quiet} !important; }
.k-link { color: ${dark.link} !important; }
.k-action { background-color: ${dark.action} !important; }
}
@media (max-width: 480px) {
.k-gutter { padding: 0 !important; }
.k-inner { padding-left: 20px !important; padding-right: 20px !important; }
.k-card { border-radius: 0 !important; border: 0 !important; }
.fact-label, .fact-value { display: block !important; width: auto !important; }
.fact-label { padding-bottom: 0 !important; }
.fact-value { padding-top: 0 !important; }
.k-action { display: block !important; text-align: center !important; }
}`;
