/** What the chosen subject is made of: there at once for the step on the screen, gathered for several steps. */
import { useEffect, useMemo, useState } from "react";
import type { ExportSubject } from "../../electron/contract/export-settings";
import type { PictureContent } from "./picture-content";
import { type PictureSource, stepsOf, withSteps } from "./picture-gathering";

/** Undefined while it is gathered. */
export function useSubjectContent(
  subject: ExportSubject,
  source: PictureSource,
  now: PictureContent,
): PictureContent | undefined {
  const [gathered, setGathered] = useState<{ key: string; content: PictureContent }>();
  const steps = useMemo(() => stepsOf(subject, source.state.steps), [subject, source]);
  const key = steps?.map(({ entry }) => entry).join(" ") ?? "";
  useEffect(() => {
    if (steps === undefined || steps.length === 0) return undefined;
    let stillWanted = true;
    void withSteps(now, steps, source).then((content) =>
      stillWanted ? setGathered({ key, content }) : undefined,
    );
    return () => {
      stillWanted = false;
    };
    // The key says which steps they are.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, now, source]);
  if (steps === undefined || steps.length === 0) return now;
  return gathered?.key === key ? gathered.content : undefined;
}
