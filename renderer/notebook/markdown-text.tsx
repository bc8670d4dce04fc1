/** The text of a markdown cell, made of plain elements: nothing in it can run or lead away. */
import { createElement, useMemo, type ReactElement } from "react";
import { markdownBlocks, type Block, type Piece } from "./markdown-blocks";

export function MarkdownText({ text }: { readonly text: string }): ReactElement {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  return (
    <div className="markdown">
      {blocks.map((block, at) => (
        <BlockText key={at} block={block} />
      ))}
    </div>
  );
}

function BlockText({ block }: { readonly block: Block }): ReactElement {
  switch (block.kind) {
    case "heading": {
      // The window has its own first heading.
      const level = Math.min(6, block.level + 1);
      return createElement(`h${level}`, {}, <Pieces pieces={block.pieces} />);
    }
    case "list": {
      const items = block.items.map((pieces, at) => (
        <li key={at}>
          <Pieces pieces={pieces} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "code":
      return <pre>{block.text}</pre>;
    case "rule":
      return <hr />;
    case "quote":
      return (
        <blockquote>
          <Pieces pieces={block.pieces} />
        </blockquote>
      );
    case "paragraph":
      return (
        <p>
          <Pieces pieces={block.pieces} />
        </p>
      );
  }
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement {
  return (
    <>
      {pieces.map((piece, at) => (
        <PieceText key={at} piece={piece} />
      ))}
    </>
  );
}

function PieceText({ piece }: { readonly piece: Piece }): ReactElement {
  switch (piece.kind) {
    case "text":
      return <>{piece.text}</>;
    case "strong":
      return <strong>{piece.text}</strong>;
    case "emphasis":
      return <em>{piece.text}</em>;
    case "code":
      return <code>{piece.text}</code>;
    case "link":
      return <u title={piece.address}>{piece.text}</u>;
  }
}
