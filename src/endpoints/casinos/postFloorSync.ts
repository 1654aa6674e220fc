import { syncProductNow } from "@/operations/product/syncProduct";
import { defineEndpoint } from "../defineEndpoint";

/** `POST /api/casinos/:id/floor-sync`: brings settings, areas, tables and people into the product now, without waiting for the next try. */
export const postFloorSync = defineEndpoint({
	method: "post",
	path: "/:id/floor-sync",
	allow: "signedIn",
	handle: ({ req, id }) => syncProductNow({ req, casinoId: id }),
});
