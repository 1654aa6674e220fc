import { ApiFailure } from "@/admin/parts/callApi";

/** What a form says before it is sent: refused at the field, as the server would. */
export const missing = (field: string, message: string) => new ApiFailure(message, 400, null, { [field]: message });
