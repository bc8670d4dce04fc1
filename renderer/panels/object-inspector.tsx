/** Everything about one object: what it is, why it is still alive, who refers to it, how its count went, what it holds. */
import { CircleCheck, CircleDashed, Unlink } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import type { LifeState, NodeId, ViewNode } from "../../electron/contract/subgraph-view";
import type { ObjectDetail } from "../../electron/contract/object-detail";
import { isOutsideObject } from "../../electron/contract/outside-object";
import { bytesInWords } from "../widgets/bytes-in-words";
import { fileName } from "../state/selectors";
import { RefcountHistory } from "./refcount-history";
import { RefcountLedger } from "./refcount-ledger";
import { AttributeRows, HolderRows, type ReferenceActions } from "./reference-rows";
import { SubtractionTable } from "./subtraction-table";
import "./object-inspector.css";

interface ObjectInspectorProps extends ReferenceActions {
  readonly detail: ObjectDetail | undefined;
  readonly kind: ViewNode["kind"] | undefined;
  readonly selected: boolean;
  readonly scriptName: string;
  readonly step: number;
  /** Type of a drawn object. */
  typeOf(node: NodeId): string | undefined;
  /** `file` is empty for the script. */
  onReveal(line: number, file: string): void;
  onTravel(step: number): void;
  /** What a what-if would make of it; empty: there is none, or it would stay as it is. */
  readonly wouldBe: string;
  /** The way from a name, which is asked for apart. */
  readonly path: ReactNode;
}

export function ObjectInspector(props: ObjectInspectorProps): ReactElement {
  const { detail } = props;
  return (
    <div className="insp" data-testid="insp-object">
      {detail === undefined ? (
        <NothingSelected selected={props.selected} />
      ) : (
        <OneObject {...props} detail={detail} />
      )}
    </div>
  );
}

function NothingSelected({ selected }: { readonly selected: boolean }): ReactElement {
  if (selected) return <p className="insp-hint">Reading the object…</p>;
  return (
    <div className="insp-hint">
      <p>Select an object</p>
      <p>Click one in the graph, or go to the graph and use the keys:</p>
      <dl className="kv hint-keys">
        <dt>
          <span className="kbd">→</span> <span className="kbd">←</span>
        </dt>
        <dd>follow a reference, back to the holder</dd>
        <dt>
          <span className="kbd">Enter</span>
        </dt>
        <dd>select</dd>
        <dt>
          <span className="kbd">F10</span> <span className="kbd">,</span>
        </dt>
        <dd>one step on, one step back</dd>
      </dl>
    </div>
  );
}

function OneObject(props: ObjectInspectorProps & { readonly detail: ObjectDetail }): ReactElement {
  const { detail, scriptName, onReveal, onSelect } = props;
  const { created } = detail;
  return (
    <>
      <Head detail={detail} kind={props.kind} />
      {props.wouldBe === "" ? null : (
        <p className="would-be">
          <b>What if:</b> {props.wouldBe} What follows is how it really is.
        </p>
      )}
      {detail.state === "reachable" ? props.path : null}
      {detail.subtraction.length === 0 && detail.explanation === "" ? null : (
        <section className="sec">
          <h3>{whyWords[detail.state]}</h3>
          <SubtractionTable detail={detail} />
        </section>
      )}
      {detail.state === "unreachable" ? props.path : null}
      <HolderRows
        {...props}
        title="Referenced by"
        node={detail.id}
        holders={detail.referencedBy.filter((holder) => holder.weak !== true)}
      />
      <HolderRows
        {...props}
        title="Weakly referenced by (not counted)"
        node={detail.id}
        holders={detail.referencedBy.filter((holder) => holder.weak === true)}
      />
      {detail.refcountHistory.length === 0 ? null : (
        <section className="sec">
          <h3>Refcount over time</h3>
          <div className="card refcount-card">
            <RefcountHistory
              history={detail.refcountHistory}
              step={props.step}
              freed={detail.state === "freed"}
              onTravel={props.onTravel}
            />
          </div>
        </section>
      )}
      <section className="sec">
        <dl className="kv">
          <AttributeRows {...props} node={detail.id} rows={detail.refersTo} />
          <dt>Size</dt>
          <dd>{sizeInWords(detail)}</dd>
          {detail.finalizer === "none" ? null : (
            <>
              <dt>Finalizer</dt>
              <dd>
                <span className="mono">__del__</span>
                {detail.finalizer === "pending" ? ", will run once when freed" : ", has run"}
              </dd>
            </>
          )}
          {detail.generation === undefined ? null : (
            <>
              <dt>Generation</dt>
              <dd>
                {detail.generation} <span className="m">{generationWords[detail.generation]}</span>
              </dd>
            </>
          )}
          {created === undefined ? null : (
            <>
              <dt>Created</dt>
              <dd>
                step {created.step},{" "}
                <button
                  type="button"
                  className="link"
                  onClick={() => onReveal(created.line, created.file ?? "")}
                >
                  {created.file === undefined ? scriptName : fileName(created.file)}:{created.line}
                </button>
              </dd>
            </>
          )}
        </dl>
      </section>
      {detail.state === "freed" || isOutsideObject(detail.id) ? null : (
        <RefcountLedger detail={detail} onSelect={onSelect} />
      )}
    </>
  );
}

const generationWords = { 0: "youngest", 1: "middle", 2: "oldest" } as const;

const whyWords: Readonly<Record<LifeState, string>> = {
  reachable: "The collector’s sum",
  unreachable: "Why is it still alive?",
  freed: "Why is it gone?",
};

function Head({
  detail,
  kind,
}: Pick<ObjectInspectorProps, "kind"> & { readonly detail: ObjectDetail }): ReactElement {
  return (
    <div className="hd">
      <div className={`ic ${detail.state} kind-${kind ?? "other"}`}>
        <svg
          width="18"
          height="18"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          aria-hidden="true"
        >
          <rect x="3" y="4" width="14" height="12" rx="3" />
          <path d="M3 8h14" />
        </svg>
      </div>
      <div className="hd-words">
        <h2>
          <Title words={detail.title} />
        </h2>
        <div className="hd-marks">
          <StateChip state={detail.state} freed={detail.freed} />
          <span className="id mono">0x{detail.address.toString(16)}</span>
        </div>
      </div>
    </div>
  );
}

/** In `MyObject, formerly obj1` the word between is quieter. */
function Title({ words }: { readonly words: string }): ReactElement {
  const [what, ...names] = words.split(" formerly ");
  if (names.length === 0) return <>{words}</>;
  return (
    <>
      {what} <span className="formerly">formerly</span> {names.join(" formerly ")}
    </>
  );
}

interface StateChipProps {
  readonly state: LifeState;
  readonly freed: ObjectDetail["freed"];
}

function StateChip({ state, freed }: StateChipProps): ReactElement {
  switch (state) {
    case "reachable":
      return (
        <span className="state">
          <CircleCheck size={13} /> Reachable
        </span>
      );
    case "unreachable":
      return (
        <span className="state unreachable">
          <Unlink size={13} /> Unreachable
        </span>
      );
    case "freed":
      return (
        <span className="state">
          <CircleDashed size={13} /> {freed === undefined ? "Freed" : `Freed in step ${freed.step}`}
        </span>
      );
  }
}

function sizeInWords({ size, cycleSize, retained }: ObjectDetail): string {
  const own = `${bytesInWords(size)} own`;
  if (cycleSize !== undefined) return `${own}, ${bytesInWords(cycleSize)} with its cycle`;
  return retained === undefined || retained === size
    ? own
    : `${own}, ${bytesInWords(retained)} freed with it`;
}
