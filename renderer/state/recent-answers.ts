/** A small cache that forgets what was used longest ago. */
export interface RecentAnswers<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
  put(key: string, value: Value): void;
  clear(): void;
}

export function createRecentAnswers<Value>(capacity: number): RecentAnswers<Value> {
  const answers = new Map<string, Value>();
  return {
    has: (key) => answers.has(key),
    get: (key) => {
      const value = answers.get(key);
      if (value === undefined) return undefined;
      // A Map keeps insertion order: putting it again makes it the newest.
      answers.delete(key);
      answers.set(key, value);
      return value;
    },
    put: (key, value) => {
      answers.delete(key);
      answers.set(key, value);
      const oldest = answers.keys().next();
      if (answers.size > capacity && oldest.done !== true) answers.delete(oldest.value);
    },
    clear: () => answers.clear(),
  };
}
