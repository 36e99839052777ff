import { useSearchParams } from 'react-router';
import { ProblemError } from '../../api/problem';
import { useWords } from '../../i18n/use-words';
import type { ContentEditor } from './use-draft';

/**
 * The fault at a pointer: what the last save was refused for, what the window asked to correct; once the answers were
 * checked, what is still missing too.
 */
export function useFaults({ problem, request }: ContentEditor): (pointer: string) => string | undefined {
  const say = useWords();
  const [search] = useSearchParams();
  const checked = search.has('checked');
  return (pointer) => {
    const refused = problem instanceof ProblemError ? problem.faults : [];
    const missing = checked
      ? request.missing.map((fault) => ({ pointer: fault.pointer, message: say(fault.words) }))
      : [];
    const asked = request.status === 'returned' ? (request.answer?.fields ?? []) : [];
    const noted = asked.map(({ pointer: place, note }) => ({ pointer: place, message: note }));
    return [...refused, ...noted, ...missing].find((fault) => fault.pointer === pointer)?.message;
  };
}
