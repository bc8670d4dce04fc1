/** Answers the questions about the graph of one entry. Finds the picture and what is asked about; the engine concludes. */
import type { EntryIndex, NodeIndex } from "../contract/ids";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import type { ViewOptions } from "../contract/view-options";
import type { Cut, MadeAt, WhatIf } from "../contract/what-if";
import type { WhyAlive } from "../contract/why-alive";
import { cutOfCycle } from "../engine/cycle-cut";
import { edgeFacts, findEdge, type SelectedEdge } from "../engine/edge-facts";
import { withInstanceDicts } from "../engine/instance-dicts";
import { serialOfId } from "../engine/object-ids";
import { lessonFact } from "../engine/lesson-fact";
import { neighbourhoodOf, neighboursOf } from "../engine/neighbours";
import { searchObjects } from "../engine/search-objects";
import { whatIf } from "../engine/what-if";
import { whyAlive, type AlivePicture } from "../engine/why-alive";
import { alivePictures } from "./alive-pictures";
import { linkMadeAt, nameBoundAt } from "./edge-history";
import { substepsAt } from "./substeps-answer";
import { typeTableAt } from "./type-table-answer";
import { contextAt, contextFor } from "./recording-answers";
import type { RecordingBook } from "./recording-book";
import { ReportWriter } from "./report-steps";
import { drawShaped } from "./shaped-answers";

type AnyGraphAnswer = GraphAnswers[GraphQuestion["kind"]];

export function createGraphAnswers(
  book: RecordingBook,
): (question: GraphQuestion) => AnyGraphAnswer {
  const alive = alivePictures(book);

  /** Asks about a drawn object of the entry. */
  function about<Answer>(
    entry: EntryIndex,
    id: string,
    ask: (picture: AlivePicture, node: NodeIndex) => Answer,
  ): Answer | undefined {
    const object = serialOfId(id);
    const drawing = alive.drawing(entry, object);
    const { graph } = drawing.picture;
    const node = object === undefined ? undefined : graph.snapshot.nodeOf.get(object);
    return node === undefined || !graph.isDrawn(node) ? undefined : ask(drawing, node);
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
          about(entry, id, (drawing, node) => whyAlive(drawing, node, options)) ??
          freedAnswer(book, entry, id)
        );
      }
      case "neighbours": {
        const [entry, id, limit] = question.args;
        return about(entry, id, (drawing, node) => neighboursOf(drawing, node, limit));
      }
      case "neighbourhood": {
        const [entry, id, options] = question.args;
        return about(entry, id, (drawing, node) => neighbourhoodOf(drawing, node, options));
      }
      case "whatIf": {
        const [entry, cuts, options] = question.args;
        return whatIfAt(book, entry, cuts, options);
      }
      case "smallestCut": {
        const [entry, id] = question.args;
        const plain = alive.plain(entry);
        const cycle = plain.picture.cycles.find((known) => known.id === id);
        return cycle === undefined
          ? undefined
          : cutOfCycle(plain, cycle, (link) => linkMadeAt(book, plain.picture, link));
      }
      case "edgeFacts": {
        const [entry, id] = question.args;
        const plain = alive.plain(entry);
        const found = findEdge(plain, id);
        // The one end that is an attribute dict is drawn only among dicts.
        const drawing = found === undefined ? alive.withDicts(entry) : plain;
        const edge = found ?? findEdge(drawing, id);
        return edge && edgeFacts(drawing, id, edge, madeAt(drawing, edge));
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
  const context = contextFor(book, entry, options);
  return whatIf(
    {
      picture: context.now,
      keyOf: context.keyOf,
      ...(options.shape?.instanceDicts === true ? { refold: withInstanceDicts } : {}),
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
