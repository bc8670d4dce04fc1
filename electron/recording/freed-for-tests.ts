/** Who died at each line of a run, and who an address was, as the recording's heap knows them: below what is drawn. */
import type { AgentMessage, StepMessage } from "../contract/agent-message";
import type { Serial } from "../contract/ids";
import { LiveHeap } from "./live-heap";
import { VersionTable } from "./version-table";

export interface LineSeen {
  readonly step: StepMessage;
  /** Tracked objects that were there before the line and died in it. */
  readonly died: readonly { readonly address: number; readonly typeName: string }[];
  /** Addresses of all objects there before the line. */
  readonly before: ReadonlySet<number>;
  readonly serialAt: (address: number) => Serial | undefined;
}

export function seeLines(messages: readonly AgentMessage[], see: (line: LineSeen) => void): void {
  const live = new LiveHeap(new VersionTable());
  let collecting = false;
  let before: ReadonlySet<number> = new Set();
  for (const message of messages) {
    if (message.kind === "heap") live.accept(message, collecting);
    else if (message.kind === "candidates") live.types.announce(message.types);
    else if (message.kind === "collection-start") collecting = true;
    else if (message.kind === "collection-stop") {
      live.buryMissing(true);
      collecting = false;
    } else if (message.kind === "step") {
      const born = new Set(live.takeBirths());
      const died = live
        .takeDeaths()
        .filter(({ object }) => object.tracked && !born.has(object))
        .map(({ object: { address, typeAddress } }) => ({
          address,
          typeName: live.types.textAt(typeAddress),
        }));
      see({ step: message, died, before, serialAt: (address) => live.at(address)?.serial });
      before = new Set(Array.from(live.objects, ({ address }) => address));
    }
  }
}
