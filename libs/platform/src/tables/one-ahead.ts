/** Reads the next while the database is busy with this one. */
export async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = () => {
    const next = items.next();
    // Heard below when its turn has come, or never when the work was stopped.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = ask(), read = await next; !read.done; read = await next) {
      next = ask();
      yield read.value;
    }
  } finally {
    await items.return(undefined);
  }
}
