/** The collector's own arithmetic for an object's cycle: refcount, minus references from the cycle, leaves 0 or more. */
import type { ReactElement } from "react";
import type { ObjectDetail } from "../../electron/contract/object-detail";

export function SubtractionTable({ detail }: { readonly detail: ObjectDetail }): ReactElement {
  return (
    <div className="card">
      {detail.subtraction.length === 0 ? null : (
        <table className="eq">
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">object</span>
              </th>
              <th>refcount</th>
              <th>from cycle</th>
              <th>left over</th>
            </tr>
          </thead>
          <tbody>
            {detail.subtraction.map((row) => (
              <tr key={row.id}>
                <td className="mono">{row.key}</td>
                <td>{row.refcount}</td>
                <td>− {row.inside}</td>
                <td className={row.leftOver === 0 ? "z" : ""}>{row.leftOver}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {detail.explanation === "" ? null : (
        <p className="why">
          <Emphasised text={detail.explanation} words={detail.emphasis} />
        </p>
      )}
    </div>
  );
}

function Emphasised({
  text,
  words,
}: {
  readonly text: string;
  readonly words: string;
}): ReactElement {
  const at = words === "" ? -1 : text.indexOf(words);
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <b>{words}</b>
      {text.slice(at + words.length)}
    </>
  );
}
