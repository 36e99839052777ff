/**
 * A line `l` that may be used on the day `:validOn`: current, active, valid and of a standard that is in force. A scope
 * may cite a standard longer than it is in force; nothing is tested to it any more.
 */
export const USABLE_LINE = `l.rev_to is null and l.status = 'active'
  and l.valid_from <= :validOn and l.valid_to >= :validOn
  and not exists (select from standard s where s.number = l.standard and s.ends_on < :validOn)`;
