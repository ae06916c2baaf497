/** 1,024 short syllables that are read and written without diacritics: for words on paper and on two screens. Knows no use of them. */

/** Beginnings that no accent of the country confuses with one another: no l beside n, no s beside x, no tr beside ch. */
const ONSETS = ['b', 'c', 'd', 'g', 'h', 'kh', 'l', 'm', 'ng', 'ph', 'qu', 's', 't', 'th', 'tr', 'v'];
const CLEAR_RHYMES = [
  ...['a', 'ai', 'am', 'an', 'ao', 'ap', 'at', 'au', 'ay', 'ang', 'anh', 'ac', 'ach'],
  ...['e', 'em', 'en', 'eo', 'ep', 'et', 'eng', 'ec', 'i', 'im', 'in', 'ip', 'it', 'iu', 'inh', 'ich', 'ia', 'iem'],
  ...['o', 'oi', 'om', 'on', 'op', 'ot', 'ong', 'oc', 'oa', 'oan', 'oai', 'oang', 'oat', 'oe'],
  ...['u', 'ua', 'ui', 'um', 'un', 'up', 'ut', 'ung', 'uc', 'uan', 'uon', 'uong', 'uom', 'uoc', 'uot', 'uoi', 'uy'],
  ...['uyen', 'uyet', 'iet', 'ien', 'ieu', 'iep', 'y', 'eu', 'eon', 'ium', 'oon', 'aim', 'oip', 'uam', 'eam'],
];
