import { providerOf, type Element } from '@qi/contracts';

/** Where the file of something delivered is read: with the provider of the job. */
export const deliverableAddress = (element: Element, jobId: string | undefined, fileId: string): string =>
  `/api/${providerOf[element]}/v1/jobs/${jobId}/deliverables/${fileId}`;
