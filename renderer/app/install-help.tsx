/** How to get a Python, for the system at hand. */
import type { ReactElement } from "react";
import { useActions } from "../state/store";
import { Modal } from "../widgets/modal";

const ways: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    "Download the installer of Python for macOS from python.org and run it,",
    "or type in the Terminal: xcode-select --install",
  ],
  win32: [
    "Open the Microsoft Store, search for Python and install the newest version,",
    "or download the installer from python.org and run it.",
  ],
};
const elsewhere = [
  "Debian, Ubuntu: sudo apt install python3",
  "Fedora: sudo dnf install python3",
  "Arch: sudo pacman -S python",
];

export function InstallHelp({ platform }: { readonly platform: string }): ReactElement {
  const actions = useActions();
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  return (
    <Modal label="How to install Python" className="install-help" onClose={close}>
      <div className="modal-body">
        <h2>How to install Python</h2>
        <p>Ouroscope runs your script with a CPython of your own, 3.9 to 3.15.</p>
        <ul>
          {(ways[platform] ?? elsewhere).map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
        <p>
          Then choose “Look again”. A Python in a folder of its own is found with “Choose
          interpreter…”.
        </p>
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            close();
            void actions.lookForPythons().then(() => actions.run());
          }}
        >
          Look again
        </button>
      </div>
    </Modal>
  );
}
