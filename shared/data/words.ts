/** 1,024 short syllables that are read and written without diacritics: for words on paper and on two screens. Knows no use of them. */

/** No pair that an accent of the country runs together: no n beside l, no x beside s, no gi or r beside d. */
const ONSETS = [
  'b',
  'c',
  'd',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'ng',
  'ph',
  's',
  't',
  'th',
  'tr',
  'v',
  'nh',
  'ch',
  'p',
];

const RHYMES = [
  ...['a', 'ac', 'ach', 'ai', 'am', 'an', 'ang', 'anh', 'ao', 'ap', 'at', 'au', 'ay'],
  ...['e', 'em', 'en', 'eng', 'eo', 'ep', 'et', 'eu'],
  ...['i', 'ia', 'ich', 'iec', 'iem', 'ien', 'iep', 'iet', 'ieu', 'im', 'in', 'inh', 'ip', 'it', 'iu'],
  ...['o', 'oa', 'oai', 'oan', 'oang', 'oat', 'oc', 'oe', 'oi', 'om', 'on', 'ong', 'op', 'ot'],
  ...[
    'u',
    'ua',
    'uan',
    'uc',
    'ui',
    'um',
    'un',
    'ung',
    'uoc',
    'uoi',
    'uom',
    'uon',
    'uong',
    'uot',
    'uou',
    'up',
  ],
  ...['ut', 'uy', 'uya', 'uyen', 'uyet'],
];

/** Spelt otherwise (k, gh, ngh before e and i), or not to be said to an official. */
const UNWANTED =
  /^(c[ei]|g[ei]|ng[ei])|^(buoi|bu|but|buom|cac|cach|cai|cat|con|cu|cua|cut|cuc|dai|dam|deo|di|dit|diem|du|dum|dut|hiep|khon|lon|loi|lo|liem|mup|ngu|ngo|pha|phet|phich|pho|sex|sut|thu|tit|tu|tut|vu|vut|chet|chim|cho|chui|chich|pit|pu)$/;

/** Frozen: what was printed on paper years ago must still be found at the same place. */
export const words: readonly string[] = ONSETS.flatMap((onset) => RHYMES.map((rhyme) => onset + rhyme))
  .filter((word) => !UNWANTED.test(word))
  .slice(0, 1024);
