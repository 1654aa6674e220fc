"use client";

/** The one thing to press. While it works it says so, keeps the focus and takes no second press. */
export function SubmitButton({ isBusy, busy, children }: { isBusy: boolean; busy: string; children: string }) {
	return (
		<button
			type="submit"
			className="button"
			aria-disabled={isBusy}
			onClick={(event) => isBusy && event.preventDefault()}
		>
			{isBusy ? busy : children}
		</button>
	);
}
