/** What a notice says, and what a person can do about it. */
export type NoticeAction =
  | { readonly kind: "choose-python" }
  | { readonly kind: "look-again" }
  | { readonly kind: "open" }
  | { readonly kind: "go-to-line"; readonly file: string; readonly line: number }
  | { readonly kind: "run-again" }
  | { readonly kind: "keep-going"; readonly title: string }
  | { readonly kind: "pause" }
  | { readonly kind: "stop" }
  | { readonly kind: "how-to-install" }
  | { readonly kind: "keep-recording" }
  | { readonly kind: "show-output" }
  | { readonly kind: "open-readable-part"; readonly path: string }
  | { readonly kind: "open-unsaved"; readonly path: string }
  | { readonly kind: "discard-unsaved" }
  | { readonly kind: "close" };

export interface Notice {
  /** `error-<key>` is the test id. */
  readonly key: string;
  /** Calm ones ask for something; nothing went wrong. */
  readonly calm?: boolean;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly NoticeAction[];
}
