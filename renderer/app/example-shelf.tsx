/** The bundled examples, one group at a time, so that many of them are no wall. */
import { useState, type ReactElement } from "react";
import type { ExampleCard } from "../../electron/contract/requests";
import { useActions, useAppState } from "../state/store";
import { Tabs } from "../widgets/tabs";
import { ExampleThumbnail } from "./example-thumbnail";

export function ExampleShelf(): ReactElement {
  const examples = useAppState((state) => state.examples);
  const [wish, setWish] = useState("");
  const groups = [...new Set(examples.map(({ group }) => group))];
  const chosen = groups.includes(wish) ? wish : (groups[0] ?? "");
  return (
    <>
      <div className="shelf-head">
        <h2>Or start with an example</h2>
        {groups.length < 2 ? null : (
          <Tabs
            label="Groups of examples"
            tabs={groups.map((group) => ({ id: group, title: group }))}
            chosen={chosen}
            onChoose={setWish}
          />
        )}
      </div>
      <div className="examples">
        {examples
          .filter(({ group }) => group === chosen)
          .map((example) => (
            <Example key={example.id} example={example} />
          ))}
      </div>
    </>
  );
}

function Example({ example }: { readonly example: ExampleCard }): ReactElement {
  const actions = useActions();
  return (
    <button
      type="button"
      className="example"
      data-testid="example-card"
      data-example={example.id}
      onClick={() => void actions.openExample(example.id)}
    >
      <ExampleThumbnail id={example.id} />
      <span className="example-title">{example.title}</span>
      <span className="example-lesson">{example.lesson}</span>
    </button>
  );
}
