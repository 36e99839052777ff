/** What people read, in both languages. */
export const words = (zh: string, en: string) => ({ zh, en });
