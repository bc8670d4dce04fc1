/** The hidden page that main prints to a PDF: shows one drawing and answers when its fonts are there. */
import { fontsLoaded } from "./picture-painter";

interface Printed {
  readonly svg: string;
  readonly title: string;
}

Object.assign(window, {
  async showPicture({ svg, title }: Printed): Promise<void> {
    document.title = title;
    const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    document.body.replaceChildren(document.adoptNode(drawing));
    await fontsLoaded(drawing.textContent, document.fonts);
    await document.fonts.ready;
  },
});
