/** The mark: a key whose bit is a quarter-turn arc. */
export function Icon({ size = 18 }: { size?: number }) {
	return (
		<svg
			viewBox="1 2 28 28"
			width={size}
			height={size}
			fill="none"
			strokeWidth="3.4"
			strokeLinecap="round"
			role="img"
			aria-label="Keyturn"
		>
			<path d="M13.8 11.5H27.2" stroke="var(--kt-felt)" />
			<circle cx="8.4" cy="11.5" r="5.4" stroke="var(--kt-felt)" />
			<path d="M27.2 11.5A9.8 9.8 0 0 1 17.4 21.3" stroke="var(--kt-brass)" />
		</svg>
	);
}
