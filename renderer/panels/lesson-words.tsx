/** The text of a lesson: paragraphs and lists, with code and bold words in them. */
import { Fragment, type ReactElement } from "react";
import type { LessonBlock } from "../../electron/contract/lesson";

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
          return <code key={place}>{part.slice(1, -1)}</code>;
        if (part.startsWith("**") && part.length > 4) return <b key={place}>{part.slice(2, -2)}</b>;
        return <Fragment key={place}>{part}</Fragment>;
        // oxlint-enable react/no-array-index-key
      })}
    </>
  );
}
