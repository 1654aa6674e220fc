"use client";

const what: Record<string, { title: string; advice: string; canSignIn: boolean }> = {
	no_token: {
		title: "Open the link in your mail",
		advice:
			"An invitation opens with its own link. Press the button in the mail you were sent, or copy the whole address from it.",
		canSignIn: true,
	},
	invite_unknown: {
		title: "This link does not work any more",
		advice:
			"A newer invitation may have replaced it: look for the latest mail. If there is none, ask for a fresh link.",
		canSignIn: true,
	},
	invite_accepted: {
		title: "This invitation has been used",
		advice: "If it was you, sign in. If it was not, tell us at once.",
		canSignIn: true,
	},
	invite_expired: {
		title: "This invitation has expired",
		advice: "Ask for a new one: it takes us a minute, and your place is kept.",
		canSignIn: false,
	},
	invite_revoked: {
		title: "This invitation was withdrawn",
		advice: "Ask whoever invited you whether that was meant.",
		canSignIn: false,
	},
};

/** Why a link does not open, and what to do about it. */
export function InviteProblem(props: { code: string | null; message: string }) {
	const known = props.code ? what[props.code] : undefined;
	return (
		<section className="sheet" role="alert">
			<header>
				<p className="overline">Invitation</p>
				<h1>{known?.title ?? "The invitation could not be opened"}</h1>
			</header>
			<p>{known?.advice ?? props.message}</p>
			{known ? null : (
				<button type="button" className="button" onClick={() => location.reload()}>
					Try again
				</button>
			)}
			{known?.canSignIn ? (
				<a className="button button--quiet" href="/sign-in">
					Sign in
				</a>
			) : null}
		</section>
	);
}
