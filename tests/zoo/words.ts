/** What the pages of the zoo say: sentences that LDN Lens marks, whatever the framework that puts them there. */

export const claims = {
  cure: 'Low-dose naltrexone cures fibromyalgia',
  pain: 'Low-dose naltrexone reduces pain in fibromyalgia',
  hope: 'Low-dose naltrexone may reduce pain in fibromyalgia',
  sleep: 'Low-dose naltrexone improves sleep in fibromyalgia',
  lupus: 'Low-dose naltrexone cures lupus',
  defence: 'Low-dose naltrexone boosts the immune system',
  nerves: 'Low-dose naltrexone cures multiple sclerosis',
  cancer: 'Low-dose naltrexone cures cancer',
  weight: 'Low-dose naltrexone causes weight loss',
} as const;

/** Enough of it to be known for English. */
export const prose =
  'This is what they have to say about it, and it is not for us to add more than that to what was said.';
