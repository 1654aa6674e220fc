import { walkMatrix } from "./walkMatrix";

walkMatrix("Local API");
