import { casinoStories } from "./casinoStories";
import { enterpriseStories } from "./enterpriseStories";
import { floorStories } from "./floorStories";
import { serviceStories } from "./serviceStories";
import type { Story } from "./story";
import { supportStories } from "./supportStories";
import { workspaceStories } from "./workspaceStories";

/** Every sample customer, each as far as its story goes; the long ones begin first. */
export const stories: readonly Story[] = [
	...floorStories,
	...serviceStories,
	...casinoStories.slice(0, 1),
	...workspaceStories,
	...supportStories,
	...enterpriseStories,
	...casinoStories.slice(1),
];
