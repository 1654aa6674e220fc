import { notFound } from "next/navigation";

/** Every address without a page. Next's own answer to it is made when the application is built, and its scripts have no nonce. */
export default function Page() {
	notFound();
}
