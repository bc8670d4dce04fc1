/** What a person asked to see of an entry. */

export interface ViewOptions {
  /** Draw modules, builtins and library objects too. */
  readonly showHidden: boolean;
}
