/** Builds the pictures the window asks for: of a step or a sub-step, with a person's marks, in the colours of the screen or of an export. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import { type CollectionStage, collectionStages } from "./collection-stages";
import type { GraphInput } from "./graph-controller";
import type { PersonsMarks } from "./persons-marks";
import type { PositionKeeper } from "./position-keeper";
import { type BuiltScene, buildScene, type SceneInput } from "./scene-builder";
import { remarkedScene } from "./scene-remarks";
import type { SceneMarks } from "./scene-marks";
import type { PlacedGraph, StillView } from "./still-scene";
import { type ThemeName, themeTokens } from "./theme-tokens";

/** What the pointer and the last step left on the picture. */
export interface PassingMarks {
  readonly hovered: string | undefined;
  readonly picked: string | undefined;
  readonly changed: ReadonlySet<NodeId> | undefined;
}

export class SceneSource {
  private readonly keeper: PositionKeeper;
  private readonly persons: PersonsMarks;
  private built: { readonly asked: SceneInput; readonly scene: BuiltScene } | undefined;
  private stages:
    | { readonly of: SubgraphView; readonly all: readonly CollectionStage[] }
    | undefined;

  constructor(keeper: PositionKeeper, persons: PersonsMarks) {
    this.keeper = keeper;
    this.persons = persons;
  }

  /** The sub-steps of the collection in this step; empty when there was none. */
  stagesOf({ view, previous }: Pick<GraphInput, "view" | "previous">): readonly CollectionStage[] {
    if (this.stages?.of !== view) {
      const all = previous === undefined ? [] : collectionStages(previous, view);
      this.stages = { of: view, all };
    }
    return this.stages.all;
  }

  stageOf(input: GraphInput): CollectionStage | undefined {
    if (input.substep === undefined) return undefined;
    return this.stagesOf(input).find((stage) => stage.number === input.substep);
  }

  /** What is drawn: the view of the step or of the sub-step, with pinned ghosts. */
  viewOf(input: GraphInput): SubgraphView {
    return this.persons.withPinnedGhosts(this.stageOf(input)?.view ?? input.view);
  }

  onScreen(
    input: GraphInput,
    theme: ThemeName,
    passing: PassingMarks,
    last?: BuiltScene,
  ): BuiltScene {
    const asked = this.sceneInput(input, theme, passing);
    const scene = buildScene(asked, last);
    this.built = { asked, scene };
    return scene;
  }

  /** When nothing has moved since `last` was built: only what is marked otherwise is drawn anew, if that is all. */
  remarked(
    input: GraphInput,
    theme: ThemeName,
    passing: PassingMarks,
    last: BuiltScene,
  ): BuiltScene {
    const asked = this.sceneInput(input, theme, passing);
    const { built } = this;
    const scene = built?.scene === last ? remarkedScene(asked, built.asked, last) : undefined;
    if (scene === undefined) return this.onScreen(input, theme, passing, last);
    this.built = { asked, scene };
    return scene;
  }

  private sceneInput(input: GraphInput, theme: ThemeName, passing: PassingMarks): SceneInput {
    const { hovered, picked, changed } = passing;
    const scratch = this.stageOf(input)?.scratch;
    const marks: SceneMarks = {
      ...this.persons.onPicture(),
      ...(hovered === undefined ? {} : { hovered }),
      ...(picked === undefined ? {} : { picked }),
      ...(changed === undefined ? {} : { changed }),
      ...(scratch === undefined ? {} : { scratch }),
      ...(input.alsoSelected === undefined || input.alsoSelected.length === 0
        ? {}
        : { alsoSelected: new Set(input.alsoSelected) }),
    };
    const { union, selection, focus } = input;
    const positions = this.keeper.positions();
    return {
      union,
      view: this.viewOf(input),
      positions,
      theme: themeTokens(theme),
      selection,
      focus,
      marks,
    };
  }

  /** What a still picture of any step is made of. Rings and pins belong to it. */
  placed({ union }: Pick<GraphInput, "union">): PlacedGraph {
    return { union, positions: this.keeper.positions(), marks: this.persons.onPicture() };
  }

  /** What is drawn now, at rest. */
  still(input: GraphInput): StillView {
    const scratch = this.stageOf(input)?.scratch;
    const view = this.viewOf(input);
    return scratch === undefined ? { view } : { view, scratch };
  }

  /** Another step as it would be drawn now. */
  stillOf(view: SubgraphView): StillView {
    return { view: this.persons.withPinnedGhosts(view) };
  }
}
