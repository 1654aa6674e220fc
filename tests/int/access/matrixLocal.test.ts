import { walkMatrix } from "./walkMatrix";

// Our own code asks through this door, with the rules that REST's walk tries for everybody: one of each kind shows that they hold here.
walkMatrix("Local API", ["ops", "compliance", "casino_admin", "pit_boss", "expired auditor", "anonymous"]);
