/** What the paths of all features begin with. */
export const API = 'api/service-requests/v1';
