/** What the pointer rests on: known only after it has rested, so that a passing pointer does not make the picture flicker. */
export interface PointerFocus {
  moveTo(id: string | undefined): void;
  current(): string | undefined;
  dispose(): void;
}

const DWELL_MS = 110;

export function createPointerFocus(onChange: () => void): PointerFocus {
  let resting: string | undefined;
  let wanted: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arrive = (): void => {
    timer = undefined;
    if (resting === wanted) return;
    resting = wanted;
    onChange();
  };
  return {
    moveTo(id) {
      if (id === wanted) return;
      wanted = id;
      clearTimeout(timer);
      timer = setTimeout(arrive, DWELL_MS);
    },
    current: () => resting,
    dispose: () => clearTimeout(timer),
  };
}
