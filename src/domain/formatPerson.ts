/** What every screen, print and entry says of an act whose actor had not proved their address. */
export const unprovedMark = "address not proved";

/** A person as screens and prints name them. */
export const formatPerson = ({ name, isUnproved }: { name: string; isUnproved?: boolean | undefined }): string =>
	isUnproved ? `${name} (${unprovedMark})` : name;
