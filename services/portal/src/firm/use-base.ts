import { useLocation } from 'react-router';

/** Where requests are written: in the firm's own area, or at the counter of the window. */
export function useBase(): '/firm' | '/window' {
  return useLocation().pathname.startsWith('/window') ? '/window' : '/firm';
}
