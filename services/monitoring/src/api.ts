/** What the paths of all features begin with. */
export const API = 'api/monitoring/v1';
