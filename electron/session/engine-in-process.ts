/** A line to an engine without a thread, for tests: messages still cross one by one, as copies. */
import { createEngineHost } from "./engine-host";
import type { ConnectEngine } from "./engine-protocol";

export const engineInProcess: ConnectEngine = (receive) => {
  const host = createEngineHost((message) => {
    const copy = structuredClone(message);
    setImmediate(() => receive(copy));
  });
  return {
    post: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => host.receive(copy));
    },
    close: () => undefined,
  };
};
