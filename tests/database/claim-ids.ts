/** The claims that pages make and readers may have linked to: an id never goes away and is never used anew. */
export const claimIds: readonly string[] = `
  fm.overall fm.pain fm.fatigue fm.sleep fm.cognition fm.mood fm.quality-of-life mecfs.overall mecfs.pain
  mecfs.fatigue mecfs.sleep mecfs.cognition mecfs.mood mecfs.quality-of-life general.chronic-pain
  general.symptoms autoimmune.overall crohns.remission ms.symptoms long-covid.symptoms crps.pain
  neuropathy.pain depression.mood skin.symptoms rheumatic.symptoms thyroid.symptoms cancer.outcome
  gulf-war.symptoms gut.symptoms pots-mcas.symptoms reproductive.symptoms lyme.symptoms
  neurological.other hiv.outcome weight.loss general.cure general.works-for-everyone
  general.better-than-approved mech.opioid-blockade mech.endorphins mech.immune mech.microglia
  mech.inflammation mech.nk-trpm3 mech.pain-processing mech.ogf mech.unknown mech.low-dose-differs
  safety.tolerated safety.side-effects safety.no-side-effects safety.opioids safety.interactions
  safety.immunosuppression safety.thyroid-dose safety.not-addictive safety.liver safety.pregnancy
  safety.long-term dose.range dose.titration dose.timing dose.onset status.approved-use status.off-label
  status.compounded status.cost research.promising research.limited research.anecdotal research.no-patent
  research.fm-rct-2013 research.fm-pilot-2009 research.fm-rct-2024 research.mecfs-griffith
  research.mecfs-finland-2019 research.mecfs-94-percent research.frontiers-psychiatry
`
  .trim()
  .split(/\s+/);
