import { useRef } from "react";
import { type Columns, createColumns, extendColumns } from "./columns.ts";
import { columnsOf, type TapeGeometry } from "./geometry.ts";
import type { TapeModel } from "./types.ts";

interface Kept {
  readonly heights: Uint8Array;
  readonly span: number;
  readonly columns: readonly Columns[];
}

/**
 * Columns of a model, kept from picture to picture. A recording that only grew is extended by its new events;
 * another match, another width or a re-ruled paper starts over.
 */
export function useColumns(): (model: TapeModel, geometry: TapeGeometry, lanes: number) => readonly Columns[] {
  const kept = useRef<Kept | null>(null);
  return (model, geometry, lanes) => {
    const last = kept.current;
    const first = last?.columns[0];
    const reusable =
      last !== null &&
      first !== undefined &&
      last.heights === model.heights &&
      last.span === geometry.span &&
      last.columns.length === lanes &&
      first.count === columnsOf(geometry) &&
      first.filled <= model.length;
    const columns = reusable ? last.columns : Array.from({ length: lanes }, () => createColumns(geometry));
    columns.forEach((each, lane) => extendColumns(each, model, lanes === 1 ? -1 : lane));
    kept.current = { heights: model.heights, span: geometry.span, columns };
    return columns;
  };
}
