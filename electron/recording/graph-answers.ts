/** Answers the questions about the graph of one entry. Finds the picture and what is asked about; the engine concludes. */
import type { EntryIndex, NodeIndex } from "../contract/ids";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import type { ViewOptions } from "../contract/view-options";
import type { Cut, MadeAt, WhatIf } from "../contract/what-if";
import type { WhyAlive } from "../contract/why-alive";
import { cutOfCycle } from "../engine/cycle-cut";
import { edgeFacts, findEdge, type SelectedEdge } from "../engine/edge-facts";
import { serialOfId } from "../engine/object-ids";
import { lessonFact } from "../engine/lesson-fact";
import { neighbourhoodOf, neighboursOf } from "../engine/neighbours";
import { searchObjects } from "../engine/search-objects";
import { whatIf } from "../engine/what-if";
import { whyAlive, type AlivePicture } from "../engine/why-alive";
import { linkMadeAt, nameBoundAt } from "./edge-history";
import { substepsAt } from "./substeps-answer";
import { typeTableAt } from "./type-table-answer";
import { contextAt } from "./recording-answers";
import type { RecordingBook } from "./recording-book";
import { ReportWriter } from "./report-steps";
import { drawShaped, showsOutside } from "./shaped-answers";

type AnyGraphAnswer = GraphAnswers[GraphQuestion["kind"]];

export function createGraphAnswers(
  book: RecordingBook,
): (question: GraphQuestion) => AnyGraphAnswer {
  const alivePicture = (entry: EntryIndex): AlivePicture =>
    book.indexes.alive(book.pictureAt(entry), (object) => book.keys.keyOf(object));

  /** Asks about a drawn object of the entry. */
  function about<Answer>(
    entry: EntryIndex,
    id: string,
    ask: (alive: AlivePicture, node: NodeIndex) => Answer,
  ): Answer | undefined {
    const alive = alivePicture(entry);
    const { graph } = alive.picture;
    const object = serialOfId(id);
    const node = object === undefined ? undefined : graph.snapshot.nodeOf.get(object);
    return node === undefined || !graph.isDrawn(node) ? undefined : ask(alive, node);
  }

  function madeAt({ picture }: AlivePicture, edge: SelectedEdge): MadeAt | undefined {
    return edge.kind === "link"
      ? linkMadeAt(book, picture, edge.link)
      : nameBoundAt(book, picture.entry, edge);
  }

  return (question) => {
    switch (question.kind) {
      case "whyAlive": {
        const [entry, id, options] = question.args;
        return (
          about(entry, id, (alive, node) => whyAlive(alive, node, options)) ??
          freedAnswer(book, entry, id)
        );
      }
      case "neighbours": {
        const [entry, id, limit] = question.args;
        return about(entry, id, (alive, node) => neighboursOf(alive, node, limit));
      }
      case "neighbourhood": {
        const [entry, id, options] = question.args;
        return about(entry, id, (alive, node) => neighbourhoodOf(alive, node, options));
      }
      case "whatIf": {
        const [entry, cuts, options] = question.args;
        return whatIfAt(book, entry, cuts, options);
      }
      case "smallestCut": {
        const [entry, id] = question.args;
        const alive = alivePicture(entry);
        const cycle = alive.picture.cycles.find((known) => known.id === id);
        return cycle === undefined
          ? undefined
          : cutOfCycle(alive, cycle, (link) => linkMadeAt(book, alive.picture, link));
      }
      case "edgeFacts": {
        const [entry, id] = question.args;
        const alive = alivePicture(entry);
        const edge = findEdge(alive, id);
        return edge === undefined ? undefined : edgeFacts(alive, id, edge, madeAt(alive, edge));
      }
      case "search": {
        const [entry, query] = question.args;
        const context = contextAt(book, entry, false);
        return searchObjects({ context, bornIn: (object) => book.births.get(object)?.step }, query);
      }
      case "types":
        return typeTableAt(book, question.args[0]);
      case "lessonFact": {
        const [entry, fact] = question.args;
        const step = new ReportWriter(book, entry).next();
        return step === undefined ? undefined : lessonFact(fact, step);
      }
      case "substeps":
        return substepsAt(book, ...question.args);
    }
  };
}

function whatIfAt(
  book: RecordingBook,
  entry: EntryIndex,
  cuts: readonly Cut[],
  options: ViewOptions,
): WhatIf {
  const context = contextAt(book, entry, showsOutside(options));
  return whatIf(
    {
      picture: context.now,
      keyOf: context.keyOf,
      draw: (now, ghosts) =>
        drawShaped(
          book,
          {
            ...context,
            now,
            before: context.now,
            ghosts,
            collections: [],
            ownCollections: [],
            notReal: true,
          },
          options,
        ),
    },
    cuts,
  );
}

function freedAnswer(book: RecordingBook, entry: EntryIndex, id: string): WhyAlive | undefined {
  const object = serialOfId(id);
  const freed = object === undefined ? undefined : book.freedAt.get(object);
  if (object === undefined || freed === undefined || freed.entry > entry) return undefined;
  const by = freed.by === "collector" ? "the collector" : "its last reference going away";
  const how = freed.by === "collector" ? `by ${by}` : `at once, by ${by}`;
  return {
    kind: "freed",
    sentence: `${book.keys.keyOf(object)} is gone: freed in step ${freed.step} ${how}.`,
  };
}
