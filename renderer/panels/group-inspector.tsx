/** What there is to say about objects that are drawn together: how many of what type, how much memory; and opening them. */
import type { ReactElement } from "react";
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { bytesInWords } from "../widgets/bytes-in-words";

interface GroupInspectorProps {
  readonly node: Pick<ViewNode, "kind" | "state">;
  readonly group: NonNullable<ViewNode["group"]>;
  /** Draws its biggest members. */
  onOpen(): void;
}

export function GroupInspector({ node, group, onOpen }: GroupInspectorProps): ReactElement {
  const count = group.count.toLocaleString("en-US");
  const isGarbage = node.state === "unreachable";
  return (
    <div className="insp" data-testid="insp-group">
      <div className="hd">
        <div className={`ic kind-${node.kind} ${node.state}`} aria-hidden="true" />
        <div className="hd-words">
          <h2>
            {group.typeName} × {count}
          </h2>
          <div className="hd-marks">
            <span className={isGarbage ? "state unreachable" : "state"}>
              {isGarbage ? "Unreachable" : "Reachable"}
            </span>
            <span className="id">drawn together</span>
          </div>
        </div>
      </div>
      <dl className="kv">
        <dt>Objects</dt>
        <dd>{count}</dd>
        <dt>Own size</dt>
        <dd>{bytesInWords(group.bytes)} together</dd>
      </dl>
      <button type="button" className="btn cut-button" onClick={onOpen}>
        Show the biggest <span className="kbd">Enter</span>
      </button>
    </div>
  );
}
