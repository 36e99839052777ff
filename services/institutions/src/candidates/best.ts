/** The first few of many in some order, kept sorted. */
export class Best<T> {
  readonly all: T[] = [];

  constructor(
    private readonly most: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** Who has to be beaten; nobody as long as there is room. */
  get last(): T | undefined {
    return this.all.length < this.most ? undefined : this.all.at(-1);
  }

  offer(one: T): void {
    const { last } = this;
    if (last && this.compare(last, one) <= 0) return;
    const at = this.all.findIndex((other) => this.compare(one, other) < 0);
    this.all.splice(at < 0 ? this.all.length : at, 0, one);
    if (this.all.length > this.most) this.all.pop();
  }
}
