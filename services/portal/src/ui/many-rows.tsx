import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type FocusEvent } from 'react';
import { Cells, type RowsProps } from './cells';
import { partsOf } from './spaces';
import { useMedia } from './use-media';

/** Below this width a row is a card (theme/phone.css), a gap apart from the next. */
const NARROW = '(max-width: 860px)';
const CARD_GAP = 12;
const CARD_HEIGHT = 160;
const ROW_HEIGHT = 46;
const BEYOND = 12;

/**
 * The rows in sight of a long list, and room in the place of the others: ten thousand scroll as ten do. Rows say their
 * number, so that who does not see the table knows where in it they are; the row with the focus stays with its neighbours, so
 * that the next one is where a key press looks for it.
 */
export function ManyRows<T extends { readonly id: string }>({ rows, columns }: RowsProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();
  const narrow = useMedia(NARROW);
  const gap = narrow ? CARD_GAP : 0;
  useLayoutEffect(() => {
    const at = body.current ? Math.round(body.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (at !== top) setTop(at);
  });
  const virtualizer = useWindowVirtualizer({
    ...{ count: rows.length, overscan: BEYOND, scrollMargin: top, gap },
    estimateSize: () => (narrow ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: (range) => {
      const kept = focused === undefined ? [] : [focused - 1, focused, focused + 1];
      const there = kept.filter((index) => index >= 0 && index < rows.length);
      return [...new Set([...defaultRangeExtractor(range), ...there])].sort((a, b) => a - b);
    },
  });
  const placed = virtualizer
    .getVirtualItems()
    .map(({ index, start, end }) => ({ index, start: start - top, end: end - top }));
  const focusOn = ({ target }: FocusEvent) => {
    const index = target.closest('tr')?.dataset['index'];
    setFocused(index === undefined ? undefined : Number(index));
  };
  // On the way to a neighbour nothing is let go: it would be gone before the focus has come.
  const leave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) setFocused(undefined);
  };
  return (
    <tbody ref={body} onFocus={focusOn} onBlur={leave}>
      {partsOf(placed, virtualizer.getTotalSize(), gap).map((part) => {
        if (!('index' in part))
          return (
            <tr key={`before ${part.before}`} className="space" aria-hidden="true" style={{ height: part.height }}>
              <td colSpan={columns.length} />
            </tr>
          );
        const row = rows[part.index];
        return (
          row && (
            <tr key={row.id} ref={virtualizer.measureElement} data-index={part.index} aria-rowindex={part.index + 2}>
              <Cells row={row} columns={columns} />
            </tr>
          )
        );
      })}
    </tbody>
  );
}
