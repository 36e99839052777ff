import type { ServiceRequestsPlatformResponse } from '../api/generated';
import { useOpenPlatforms } from '../catalogue/use-items';
import { windowsFor } from './draft/window-for';
import { useEnterprise } from './use-firm';

/** The open windows, the firm's own first; undefined until both are known. */
export function useWindows(enterpriseId: string): ServiceRequestsPlatformResponse[] | undefined {
  const { data: firm } = useEnterprise(enterpriseId);
  const { data: windows } = useOpenPlatforms();
  return firm && windows && windowsFor(windows, firm);
}
