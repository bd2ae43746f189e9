/** Where a study can be read: only its DOI, PubMed, PMC, a trial registry or an official page. */
import type { Study } from '../database/schema.ts';

export interface StudyLink {
  readonly name: string;
  readonly href: string;
}

/** The study's links, the article itself first. */
export function studyLinks(study: Study): readonly StudyLink[] {
  const links: StudyLink[] = [];
  if (study.doi) links.push({ name: 'Article (DOI)', href: doiAddress(study.doi) });
  if (study.pmid) links.push({ name: 'PubMed', href: `https://pubmed.ncbi.nlm.nih.gov/${study.pmid}/` });
  if (study.pmcid) {
    links.push({
      name: 'Free full text (PMC)',
      href: `https://pmc.ncbi.nlm.nih.gov/articles/${study.pmcid}/`,
    });
  }
  const registry = study.registration && registryAddress(study.registration);
  if (registry) links.push({ name: 'Trial registry', href: registry });
  if (study.official) links.push({ name: 'Official page', href: study.official });
  return links;
}

/** The address of a DOI, each part made safe for a URL. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
}

const registries: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^NCT\d{8}$/, (id) => `https://clinicaltrials.gov/study/${id}`],
  [/^ISRCTN\d+$/, (id) => `https://www.isrctn.com/${id}`],
  [/^ACTRN\d+$/, (id) => `https://www.anzctr.org.au/${id}.aspx`],
  [
    /^(?:EudraCT )?\d{4}-\d{6}-\d{2}$/,
    (id) => `https://www.clinicaltrialsregister.eu/ctr-search/search?query=${id.replace('EudraCT ', '')}`,
  ],
];

/** The registry's own page of a registration; nothing where the registry is not one of those known here. */
function registryAddress(registration: string): string | undefined {
  for (const [form, address] of registries) if (form.test(registration)) return address(registration);
  return undefined;
}
