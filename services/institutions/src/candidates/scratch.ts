import type { RegisterColumns } from './register-columns';

/** Arrays that one decision after another uses. What `Reach` answers lies in them until the next decision begins. */
export class Scratch {
  /** By number, one more than its place; all zero between two decisions. */
  siteAt = new Int32Array(0);
  private institutionAt = new Int32Array(0);
  sites = new Int32Array(0);
  placeOf = new Int32Array(0);
  institutions = new Int32Array(0);
  siteCount = 0;
  institutionCount = 0;
  private forSites = new Uint16Array(0);
  private forInstitutions = new Uint16Array(0);

  begin({ siteIds, ids }: RegisterColumns): void {
    this.siteCount = 0;
    this.institutionCount = 0;
    if (this.siteAt.length < siteIds.length) {
      this.siteAt = new Int32Array(siteIds.length * 2);
      this.sites = new Int32Array(siteIds.length * 2);
      this.placeOf = new Int32Array(siteIds.length * 2);
    }
    if (this.institutionAt.length < ids.length) {
      this.institutionAt = new Int32Array(ids.length * 2);
      this.institutions = new Int32Array(ids.length * 2);
    }
  }

  /** Notes the sites of terms that have not come by yet, and their institutions. */
  meet(terms: Uint32Array, { siteOf, institutionOf }: RegisterColumns): void {
    const { siteAt, institutionAt, sites, placeOf, institutions } = this;
    for (let i = 0; i < terms.length; i += 1) {
      const site = siteOf[terms[i]!]!;
      if (siteAt[site] !== 0) continue;
      const institution = institutionOf[site]!;
      if (institutionAt[institution] === 0) {
        institutions[this.institutionCount] = institution;
        institutionAt[institution] = this.institutionCount += 1;
      }
      sites[this.siteCount] = site;
      placeOf[this.siteCount] = institutionAt[institution]! - 1;
      siteAt[site] = this.siteCount += 1;
    }
  }

  end(): void {
    const { siteAt, institutionAt, sites, institutions } = this;
    for (let at = 0; at < this.siteCount; at += 1) siteAt[sites[at]!] = 0;
    for (let at = 0; at < this.institutionCount; at += 1) institutionAt[institutions[at]!] = 0;
  }

  siteBits(length: number): Uint16Array {
    if (this.forSites.length < length) this.forSites = new Uint16Array(length * 2);
    return this.forSites.subarray(0, length).fill(0);
  }

  institutionBits(length: number): Uint16Array {
    if (this.forInstitutions.length < length) this.forInstitutions = new Uint16Array(length * 2);
    return this.forInstitutions.subarray(0, length).fill(0);
  }
}
