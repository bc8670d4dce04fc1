/** Makes a PDF of a drawing: one page as large as the picture, lines and words as such, printed by a hidden page that can load nothing else. */
import { BrowserWindow } from "electron";
import type { SavePicture } from "../contract/requests";
import { pageOrigin } from "./page-address";

type DrawnPicture = Extract<SavePicture, { format: "pdf" }>;

const millimetresPerInch = 25.4;
/** No reader shows larger pages: PDF 1.7, appendix C. */
const longestSideInches = 200;

/** The content of the file. */
export async function pictureBytes(picture: SavePicture): Promise<Uint8Array> {
  return picture.format === "pdf" ? printPdf(picture) : picture.bytes;
}

async function printPdf({ svg, title, width, height }: DrawnPicture): Promise<Uint8Array> {
  const shrink = Math.min(1, (longestSideInches * millimetresPerInch) / Math.max(width, height));
  const pageSize = {
    width: (width * shrink) / millimetresPerInch,
    height: (height * shrink) / millimetresPerInch,
  };
  const page = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    page.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
    page.webContents.on("will-navigate", (event) => event.preventDefault());
    await page.loadURL(`${pageOrigin}/export/print-page.html`);
    // The page's policy lets nothing in the drawing run or be fetched, whatever it says.
    await page.webContents.executeJavaScript(`showPicture(${JSON.stringify({ svg, title })})`);
    return await page.webContents.printToPDF({
      pageSize,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      generateTaggedPDF: true,
    });
  } finally {
    page.destroy();
  }
}
