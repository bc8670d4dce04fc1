// Runs one command with our own input and output until it ends, passing signals on, and gives back its exit code.
import { spawn } from "node:child_process";
import os from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** @returns {Promise<number>} the exit code; 128 + signal as shells say it, 1 when it could not be started. */
export function runToEnd(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: "inherit", ...options });
    // A terminal sends Ctrl+C to the whole group, so the child has it already.
    const forward = (signal) =>
      signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    for (const signal of signals) process.on(signal, forward);
    child.once("error", (error) => {
      console.error(error.message);
      finish(1);
    });
    child.once("close", (code, signal) => finish(code ?? 128 + os.constants.signals[signal]));
  });
}

export const runNode = (script, parameters = [], options = {}) =>
  runToEnd(process.execPath, [script, ...parameters], options);
