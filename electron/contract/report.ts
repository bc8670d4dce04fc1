/** The document of `ouroscope report`, schema `ouroscope-report/1`. */

export interface ReportStep {
  readonly step: number;
  readonly inner: number;
  readonly line: number | null;
  /** Empty: the script; else the absolute path of another file of the person's. */
  readonly file: string;
  readonly code: string;
  readonly scope: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly names: readonly {
    readonly scope: string;
    readonly name: string;
    readonly object: string;
  }[];
  readonly objects: readonly {
    readonly key: string;
    readonly type: string;
    readonly size: number;
    readonly refcount: number;
    readonly state: "reachable" | "unreachable";
  }[];
  readonly references: readonly {
    readonly from: string;
    readonly to: string;
    /** Begins with `weak` where no count is owned. */
    readonly label: string;
  }[];
  readonly cycles: readonly {
    readonly members: readonly string[];
    readonly state: "reachable" | "unreachable";
  }[];
  readonly freed: readonly { readonly key: string; readonly by: "refcount" | "collector" }[];
  readonly collections: readonly {
    readonly generation: number;
    readonly trigger: "explicit" | "automatic";
    readonly collected: number;
    readonly uncollectable: number;
  }[];
}

export interface Report {
  readonly schema: "ouroscope-report/1";
  readonly script: string;
  readonly python: { readonly version: string; readonly implementation: string };
  readonly outcome: {
    readonly kind:
      | "finished"
      | "raised"
      | "syntax-error"
      | "exited"
      | "killed"
      | "step-limit"
      | "time-limit";
    readonly exitCode: number | null;
    readonly line: number | null;
    readonly message: string | null;
  };
  readonly steps: readonly ReportStep[];
}
