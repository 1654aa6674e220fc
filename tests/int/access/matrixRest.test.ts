import { walkMatrix } from "./walkMatrix";

walkMatrix("REST");
