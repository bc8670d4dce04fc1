/** Why an object is alive, as a flat way from a name down to it: each reference on a line of its own, each holder to be looked at, or ignored to find the next way. */
import { ArrowDown, EyeOff, RotateCcw } from "lucide-react";
import type { ReactElement } from "react";
import type { NameId, NodeId } from "../../electron/contract/subgraph-view";
import type { PathHop, PathRoot, WhyAlive } from "../../electron/contract/why-alive";
import type { IgnoredHolder, WayWish } from "../state/inspection-state";

export interface AlivePathProps {
  readonly wish: WayWish;
  readonly answer: WhyAlive | undefined;
  onWish(wish: WayWish | undefined): void;
  onSelect(node: NodeId): void;
  /** Ids of what the pointer or the keyboard is on; undefined: nothing any more. */
  onLook(ids: readonly string[] | undefined): void;
}

export function AlivePath(props: AlivePathProps): ReactElement | null {
  const { answer, wish } = props;
  if (answer === undefined) return null;
  return (
    <section className="sec" data-testid="alive-path">
      <h3>{answer.kind === "unreachable" ? "What keeps it in memory" : "Why is it alive?"}</h3>
      <div className="card">
        <Way {...props} answer={answer} />
        {/* The sum above a circle of garbage has said it in words. */}
        {answer.kind === "unreachable" ? null : <p className="why">{answer.sentence}</p>}
        {answer.kind === "freed" || answer.kind === "immortal" ? null : (
          <WayButtons {...props} answer={answer} />
        )}
      </div>
      {wish.ignored.length === 0 ? null : <Ignored {...props} />}
    </section>
  );
}

type Answered = AlivePathProps & { readonly answer: WhyAlive };

function Way(props: Answered): ReactElement | null {
  const { answer } = props;
  switch (answer.kind) {
    case "path":
      return (
        <ol className="way" aria-label="Path from a name">
          <RootLine {...props} root={answer.root} />
          <HopLines {...props} hops={answer.hops} />
        </ol>
      );
    case "unreachable": {
      const [first] = answer.circle;
      if (first === undefined) return null;
      return (
        <ol className="way garbage" aria-label="Circle of references">
          <ObjectLine
            {...props}
            id={first.from}
            text={first.fromKey}
            label=""
            type=""
            last={false}
          />
          <HopLines {...props} hops={[...answer.circle, ...answer.hops]} />
        </ol>
      );
    }
    case "no-other-path":
    case "immortal":
    case "freed":
      return null;
  }
}

const SHOWN_FIRST = 4;
const SHOWN_LAST = 5;

function HopLines({
  hops,
  ...props
}: Answered & { readonly hops: readonly PathHop[] }): ReactElement {
  const skipped = hops.length - SHOWN_FIRST - SHOWN_LAST;
  return (
    <>
      {hops.map((hop, place) => {
        if (skipped > 1 && place >= SHOWN_FIRST && place < hops.length - SHOWN_LAST)
          return place === SHOWN_FIRST ? (
            <li key="skipped" className="skipped">
              {skipped} more objects on the way
            </li>
          ) : null;
        return (
          <ObjectLine
            {...props}
            key={`${hop.edge}-${place}`}
            id={hop.to}
            edge={hop.edge}
            label={hop.label}
            text={hop.toKey}
            type={hop.toType}
            last={place === hops.length - 1}
          />
        );
      })}
    </>
  );
}

function RootLine({
  root,
  answer,
  ...props
}: Answered & { readonly root: PathRoot }): ReactElement {
  const { id } = root;
  const isLast = answer.kind === "path" && answer.hops.length === 0;
  const ids = id === undefined ? [root.holds] : [id, root.holds];
  return (
    <>
      <li className="root" {...looking(props, ids)}>
        <span className={`root-kind ${root.kind}`} aria-hidden="true" />
        <span className="way-text">{root.text}</span>
        {id === undefined ? null : <IgnoreButton {...props} holder={{ id, text: root.text }} />}
      </li>
      <ObjectLine
        {...props}
        answer={answer}
        id={root.holds}
        text={root.holdsKey}
        label=""
        type=""
        last={isLast}
      />
    </>
  );
}

interface ObjectLineProps extends Answered {
  readonly id: NodeId;
  readonly edge?: string;
  readonly label: string;
  readonly text: string;
  readonly type: string;
  /** The object the way leads to. */
  readonly last: boolean;
}

function ObjectLine(props: ObjectLineProps): ReactElement {
  const { id, edge, label, text, type, last, answer } = props;
  return (
    <li
      className={last ? "hop last" : "hop"}
      data-node={id}
      {...looking(props, edge === undefined ? [id] : [id, edge])}
    >
      <ArrowDown size={11} aria-hidden="true" />
      <span className="way-text">
        {label === "" ? null : <span className="mono hop-label">{label} </span>}
        <button type="button" className="ref-link mono" onClick={() => props.onSelect(id)}>
          {text}
        </button>
        {type === "" ? null : <span className="m"> {type}</span>}
      </span>
      {last || answer.kind !== "path" ? null : <IgnoreButton {...props} holder={{ id, text }} />}
    </li>
  );
}

function IgnoreButton({
  holder,
  wish,
  onWish,
}: Pick<AlivePathProps, "wish" | "onWish"> & { readonly holder: IgnoredHolder }): ReactElement {
  return (
    <button
      type="button"
      className="btn icon quiet ignore"
      aria-label={`Ignore ${holder.text}`}
      title="Ignore this holder: look for a path that does not lead through it"
      onClick={() => onWish({ ...wish, skip: 0, ignored: [...wish.ignored, holder] })}
    >
      <EyeOff size={12} />
    </button>
  );
}

function WayButtons({ answer, wish, onWish }: Answered): ReactElement | null {
  const hasNext = answer.kind === "path" && answer.hasNext;
  if (!hasNext && wish.skip === 0) return null;
  return (
    <div className="way-buttons">
      {hasNext ? (
        <button
          type="button"
          className="btn small"
          data-testid="next-path"
          onClick={() => onWish({ ...wish, skip: wish.skip + 1 })}
        >
          Next path
        </button>
      ) : null}
      {wish.skip === 0 ? null : (
        <button type="button" className="btn small" onClick={() => onWish({ ...wish, skip: 0 })}>
          First path
        </button>
      )}
    </div>
  );
}

function Ignored({ wish, onWish }: AlivePathProps): ReactElement {
  return (
    <p className="ignored" data-testid="ignored-holders">
      Ignored: {wish.ignored.map(({ text }) => text).join(", ")}{" "}
      <button
        type="button"
        className="link"
        onClick={() => onWish({ ...wish, skip: 0, ignored: [] })}
      >
        <RotateCcw size={11} aria-hidden="true" /> Restore
      </button>
    </p>
  );
}

/** What a line of the way is about stays bright in the graph while it is pointed at. */
function looking(
  { wish, onLook }: Pick<AlivePathProps, "wish" | "onLook">,
  ids: readonly (NodeId | NameId)[],
): Record<"onPointerEnter" | "onPointerLeave", () => void> {
  return {
    onPointerEnter: () => onLook([...ids, wish.node]),
    onPointerLeave: () => onLook(undefined),
  };
}
