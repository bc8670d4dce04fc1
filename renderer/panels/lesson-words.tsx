/** The text of a lesson: paragraphs and lists, with code and bold words in them. */
import { Fragment, use, type ReactElement } from "react";
import type { LessonBlock } from "../../electron/contract/lesson";
import { drawnAs, LessonLinksContext } from "./lesson-links";

export function LessonText({ blocks }: { readonly blocks: readonly LessonBlock[] }): ReactElement {
  return (
    <>
      {blocks.map((block, place) => (
        // A lesson's text does not change while it is shown.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={place}>
          {block.kind === "paragraph" ? (
            <p>
              <LessonWords text={block.text} />
            </p>
          ) : (
            <ul>
              {block.items.map((item) => (
                <li key={item}>
                  <LessonWords text={item} />
                </li>
              ))}
            </ul>
          )}
        </Fragment>
      ))}
    </>
  );
}

export function LessonWords({ text }: { readonly text: string }): ReactElement {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/);
  return (
    <>
      {parts.map((part, place) => {
        // The parts of a text that does not change.
        // oxlint-disable react/no-array-index-key
        if (part.startsWith("`") && part.length > 2)
          return <CodeWord key={place} word={part.slice(1, -1)} />;
        if (part.startsWith("**") && part.length > 4) return <b key={place}>{part.slice(2, -2)}</b>;
        return <Fragment key={place}>{part}</Fragment>;
        // oxlint-enable react/no-array-index-key
      })}
    </>
  );
}

/** Pointed at, it lights what it names in the graph. */
function CodeWord({ word }: { readonly word: string }): ReactElement {
  const { view, onLook, onSelect } = use(LessonLinksContext);
  const drawn = drawnAs(view, word);
  if (drawn === undefined) return <code>{word}</code>;
  const look = (): void => onLook(drawn.ids);
  const leave = (): void => onLook(undefined);
  return (
    <button
      type="button"
      className="lesson-link"
      title="Show in the graph"
      onPointerEnter={look}
      onPointerLeave={leave}
      onFocus={look}
      onBlur={leave}
      onClick={() => onSelect(drawn.node)}
    >
      <code>{word}</code>
    </button>
  );
}
