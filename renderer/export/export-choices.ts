/** What the person chose in the export dialog, and the picture, size and file name that follow from it. Pure. */
import type { SavePicture } from "../../electron/contract/requests";
import type { Scene } from "../graph/scene";
import type { ThemeName } from "../graph/theme-tokens";
import { framePicture, type Picture } from "./picture-frame";

export interface ExportChoices {
  readonly format: SavePicture["format"];
  readonly scale: 1 | 2 | 3 | 4;
  readonly background: Background;
  readonly legend: boolean;
  readonly caption: boolean;
}

export type Background = "white" | "transparent" | "theme" | "print";

export const FIRST_CHOICES: ExportChoices = {
  format: "png",
  scale: 2,
  background: "white",
  legend: true,
  caption: true,
};

/** White and transparent pictures use the light colours whatever the window looks like: they go onto paper and slides. */
export function themeFor(background: Background, onScreen: ThemeName): ThemeName {
  switch (background) {
    case "white":
    case "transparent":
      return "light";
    case "theme":
      return onScreen;
    case "print":
      return "print";
  }
}

/** `warning` stands under the picture even if the person wants no caption. */
export function pictureFor(
  choices: ExportChoices,
  scene: Scene,
  caption: string,
  warning: string = "",
): Picture {
  const background = choices.background === "print" ? "white" : choices.background;
  return framePicture(scene, {
    background,
    legend: choices.legend,
    caption: [warning, choices.caption ? caption : ""].filter((part) => part !== "").join(" "),
  });
}

export function fileName(suggested: string, format: SavePicture["format"]): string {
  return `${suggested.replace(/\.(png|svg)$/i, "")}.${format}`;
}
