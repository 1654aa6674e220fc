export function InviteActions() {
	return null;
}
