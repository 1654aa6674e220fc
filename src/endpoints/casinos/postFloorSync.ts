import { syncFloor } from "@/operations/floor/syncFloor";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/casinos/:id/floor-sync`: brings areas and tables into the product and compares the roster with it. */
export const postFloorSync = defineEndpoint({
	method: "post",
	path: "/:id/floor-sync",
	allow: "signedIn",
	handle: ({ req, id }) => syncFloor({ req, casinoId: id }),
});
