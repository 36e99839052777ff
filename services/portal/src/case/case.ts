import type { ServiceRequestsRequestResponse, ServiceRequestsTaskResponse } from '../api/generated';
import type { Words } from '../i18n/use-words';

/** A request as every page about one shows it. */
export type Case = ServiceRequestsRequestResponse;

interface Deliverable {
  readonly fileId: string;
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly issuedOn?: string;
}

/** The parts of a task that OpenAPI leaves open, as the service writes them. */
export interface CaseTask extends Omit<
  ServiceRequestsTaskResponse,
  'item' | 'job' | 'step' | 'deliverables' | 'unroutable'
> {
  readonly item: { readonly code: string; readonly name: Words };
  readonly job?: {
    readonly jobId: string;
    readonly providerName: string;
    readonly promisedDate?: string;
    readonly answerBy?: string;
    readonly reason?: Words;
  };
  readonly step?: { readonly words: Words; readonly stepIndex: number; readonly steps: number };
  readonly unroutable?: { readonly reason?: Words };
  readonly deliverables: readonly Deliverable[];
}

export interface CaseLine {
  readonly key: string;
  readonly itemCode: string;
  readonly itemName: Words;
  readonly demand: {
    readonly object: string;
    readonly tests?: readonly { readonly parameter: string; readonly methodStandard: string }[];
    readonly measurements?: readonly {
      readonly instrument: string;
      readonly min: string;
      readonly max: string;
      readonly unit: string;
    }[];
    readonly skills?: readonly string[];
    readonly quantity?: number;
    readonly text?: string;
  };
}

export const tasksOf = ({ tasks }: Case): CaseTask[] => tasks as unknown as CaseTask[];
export const linesOf = ({ lines }: Case): CaseLine[] => lines as unknown as CaseLine[];
