import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer } from '../../api/answer';
import {
  serviceRequestsDraftSave,
  serviceRequestsServiceRequestGet,
  type ServiceRequestsRequestResponse,
} from '../../api/generated';
import { ProblemError } from '../../api/problem';
import { bodyOf, contentOf, sameContent, type Content, type KeptDraft } from './draft';

/** How long the firm must pause before the server hears of it; the browser keeps every stroke at once. */
const PAUSE_MS = 700;
const RETRY_MS = 5_000;

export type SaveState = 'saved' | 'saving' | 'offline' | 'refused' | 'conflict';

const keptKey = (id: string) => `qi.draft.${id}`;

function kept(id: string): KeptDraft | undefined {
  const text = localStorage.getItem(keptKey(id));
  return text ? (JSON.parse(text) as KeptDraft) : undefined;
}

/** What the forms of a request need: the text, how it is changed, and what was wrong with it. */
export interface ContentEditor {
  readonly request: ServiceRequestsRequestResponse;
  readonly content: Content;
  readonly problem: unknown;
  readonly change: (content: Content) => void;
}

export interface DraftEditor extends ContentEditor {
  readonly state: SaveState;
  /** What the server holds when somebody else saved in between. */
  readonly theirs: ServiceRequestsRequestResponse | undefined;
  readonly resolve: (choice: 'mine' | 'theirs') => void;
}

/**
 * A draft that is saved while it is written: at once in the browser, where it survives a closed tab and no network, and
 * after a pause at the server. A save that meets a newer version (412) stops until the firm has chosen.
 */
export function useDraft(loaded: ServiceRequestsRequestResponse): DraftEditor {
  const client = useQueryClient();
  const [request, setRequest] = useState(loaded);
  const [draft, setDraft] = useState<KeptDraft>(
    () => kept(loaded.id) ?? { base: loaded.version, content: contentOf(loaded) },
  );
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<unknown>();
  const [theirs, setTheirs] = useState<ServiceRequestsRequestResponse>();
  /** What the server was last sent, or gave: it fills in defaults, so its own words are no measure of what is unsaved. */
  const [safe, setSafe] = useState(() => contentOf(loaded));
  const saving = useRef(false);
  const { id } = loaded;
  const dirty = !sameContent(draft.content, safe);

  const adopt = useCallback(
    (saved: ServiceRequestsRequestResponse) => {
      setRequest(saved);
      client.setQueryData(['service-requests', 'service-request', id], saved);
    },
    [client, id],
  );

  const save = useCallback(async () => {
    if (saving.current) return;
    saving.current = true;
    setState('saving');
    const outcome = await send(id, draft);
    saving.current = false;
    setState(outcome.state);
    setProblem(outcome.problem);
    setTheirs(outcome.theirs);
    if (!outcome.saved) return;
    const { version } = outcome.saved;
    // The firm may have typed on meanwhile: only the version moves, and the next pause saves the rest.
    setDraft(({ content }) => ({ base: version, content }));
    setSafe(draft.content);
    adopt(outcome.saved);
  }, [adopt, draft, id]);

  useKeptDraft(id, draft, dirty);
  useSaveWhenQuiet(dirty, state, save);

  return {
    request,
    content: draft.content,
    state: dirty && state === 'saved' ? 'saving' : state,
    problem,
    theirs,
    change: (content) => {
      setDraft((current) => ({ ...current, content }));
      if (state === 'refused') setState('saved');
    },
    resolve: (choice) => {
      if (!theirs) return;
      setDraft(({ content }) => ({ base: theirs.version, content: choice === 'mine' ? content : contentOf(theirs) }));
      setSafe(contentOf(theirs));
      adopt(theirs);
      setTheirs(undefined);
      setState('saved');
    },
  };
}

interface Outcome {
  readonly state: SaveState;
  readonly saved?: ServiceRequestsRequestResponse;
  readonly problem?: unknown;
  readonly theirs?: ServiceRequestsRequestResponse;
}

/** Saves, and fetches what stands there when somebody else was quicker. */
async function send(id: string, { base, content }: KeptDraft): Promise<Outcome> {
  const path = { id };
  try {
    const headers = { 'If-Match': `"${base}"` };
    return { state: 'saved', saved: await answer(serviceRequestsDraftSave({ path, headers, body: bodyOf(content) })) };
  } catch (problem) {
    const status = problem instanceof ProblemError ? problem.status : 0;
    if (status !== 412) return { state: status === 0 ? 'offline' : 'refused', problem };
    const theirs = await answer(serviceRequestsServiceRequestGet({ path })).catch(() => undefined);
    return theirs ? { state: 'conflict', problem, theirs } : { state: 'offline', problem };
  }
}

/** What is not safe at the server yet stands in the browser. */
function useKeptDraft(id: string, draft: KeptDraft, dirty: boolean): void {
  useEffect(() => {
    if (dirty) localStorage.setItem(keptKey(id), JSON.stringify(draft));
    else localStorage.removeItem(keptKey(id));
  }, [dirty, draft, id]);
}

/** Saves after a pause in writing; without network now and then, and at once when it is back. */
function useSaveWhenQuiet(dirty: boolean, state: SaveState, save: () => Promise<void>): void {
  useEffect(() => {
    if (!dirty || state === 'conflict' || state === 'saving' || state === 'refused') return undefined;
    const run = () => void save();
    if (state === 'offline') addEventListener('online', run);
    const timer = setTimeout(run, state === 'offline' ? RETRY_MS : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', run);
    };
  }, [dirty, save, state]);
}
