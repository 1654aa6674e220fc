import type { ReactNode } from "react";
import { Icon } from "@/admin/identity/Icon";
import { Reach } from "@/admin/parts/Reach";
import type { PublicFrame } from "@/operations/views/readPublicFrame";

type Props = Pick<PublicFrame, "vendorName" | "supportEmail" | "supportPhone"> & {
	corner?: ReactNode;
	children: ReactNode;
};

/** What every page outside the admin panel stands in: whose it is above, whom to ask below. */
export function Frame({ vendorName, supportEmail, supportPhone, corner, children }: Props) {
	return (
		<div className="frame">
			<header className="frame__top">
				<a className="brand" href="/">
					<Icon size={30} />
					{vendorName}
				</a>
				{corner}
			</header>
			{children}
			<footer className="frame__foot">
				{supportEmail || supportPhone ? (
					<p>
						Stuck? Ask {vendorName}: <Ways email={supportEmail} phone={supportPhone} />
					</p>
				) : (
					<p>Stuck? Ask whoever invited you.</p>
				)}
			</footer>
		</div>
	);
}

function Ways({ email, phone }: { email: string | null; phone: string | null }) {
	return (
		<>
			{email ? <Reach reach={email} /> : null}
			{email && phone ? " or " : null}
			{phone ? <Reach reach={phone} /> : null}
		</>
	);
}
