/** What is wrong with a study beyond its schema, in plain words. */
import type { Finding, Study } from '../database/schema.ts';
import { meant } from './meant.ts';

/** Whose pages may stand as a study's `official` address: governments, and health authorities with names of their own. */
const officialHosts = [
  'gov',
  'gov.au',
  'gov.uk',
  'nhs.uk',
  'nice.org.uk',
  'canada.ca',
  'europa.eu',
  'who.int',
];

/** What is wrong with a study, in plain words; empty when all is well. */
export function checkStudy(study: Study, claimIds: ReadonlySet<string>): string[] {
  const complaints = [
    ...study.findings
      .flatMap((finding) => finding.claims ?? [])
      .filter((id) => !claimIds.has(id))
      .map((id) => `a finding bears on an unknown claim "${id}"${meant(id, claimIds)}`),
    ...study.findings.flatMap(checkEffect),
    ...checkSource(study),
    ...addressesIn({ ...study, official: undefined }),
  ];
  return [...new Set(complaints)].map((complaint) => `study ${study.id}: ${complaint}`);
}

function checkSource({ doi, pmid, pmcid, registration, official, notVerified }: Study): string[] {
  const complaints: string[] = [];
  if (!(doi ?? pmid ?? pmcid ?? registration ?? official) && !notVerified?.length) {
    complaints.push(
      'has no DOI, PubMed id, registration or official address: say in notVerified what could not be traced',
    );
  }
  if (official && !isOfficial(official)) {
    complaints.push(`${official} is no official address: give a DOI, a PubMed id or a registration instead`);
  }
  return complaints;
}

function isOfficial(address: string): boolean {
  const { hostname } = new URL(address);
  return officialHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Web addresses within an entry's texts: readers are led to a study's own record and to nothing else. */
export function addressesIn(entry: object): string[] {
  const found = JSON.stringify(entry).match(
    /\bhttps?:[^\s"]*|\bwww\.[^\s"]*|\b[\w-]+\.(?:com|org|net)\b[^\s"]*/gi,
  );
  return (found ?? []).map(
    (address) =>
      `the address ${address} stands in a text: name the source by its DOI, PubMed id or registration`,
  );
}

/** A figure must lie on the side that its finding speaks of: plots are drawn from the one, words from the other. */
function checkEffect({ outcome, direction, effect }: Finding): string[] {
  if (!effect) return [];
  const { value, ciLow, ciHigh, better, measure } = effect;
  const say = (text: string) => [`the finding "${outcome}" ${text}`];
  if (ciLow !== undefined && ciHigh !== undefined) {
    if (ciLow > ciHigh) return say(`has its interval ${ciLow} to ${ciHigh} upside down`);
    if (value < ciLow || value > ciHigh)
      return say(`has ${value} outside its interval ${ciLow} to ${ciHigh}`);
  }
  if (better === 'neither' || (direction !== 'benefit' && direction !== 'harm')) return [];
  const none = /^(?:RR|OR|HR|IRR|risk|odds|hazard|rate ratio)/i.test(measure) ? 1 : 0;
  const isGood = better === 'lower' ? value < none : value > none;
  if (isGood === (direction === 'benefit')) return [];
  return say(
    `is called a ${direction}, but ${value} is ${isGood ? 'better' : 'no better'} with LDN, as "${better}" is better`,
  );
}
