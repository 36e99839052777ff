export const LIFE_LINE = { order: 'newest', limit: 200 } as const;

/** What the page of a case asks for, as the generated client writes it. */
export const casePaths = (id: string): readonly string[] => {
  const path = `/api/service-requests/v1/service-requests/${id}`;
  return [path, `${path}/life-line?order=${LIFE_LINE.order}&limit=${LIFE_LINE.limit}`];
};
