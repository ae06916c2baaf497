/** Where things are. In Vietnamese without marks, since people read addresses aloud. */
export const LOCK_PATH = '/khoa';
/** The four words, while the commune has not approved this device. */
export const WORDS_PATH = '/bon-tu';
/** Joining again, where the commune does not know this device any more. */
export const REJOIN_PATH = '/vao-lai';
export const TODAY_PATH = '/hom-nay';
export const SESSIONS_PATH = '/buoi';
/** A session's code in the fragment, which no server ever gets to see. */
export const JOIN_SESSION_PATH = '/vao-buoi';
export const PEOPLE_PATH = '/nguoi-dan';
export const NEW_PERSON_PATH = '/nguoi-moi';
/** Who was written down while the phone was locked, to be looked through. */
export const LOCKED_REVIEW_PATH = '/ghi-luc-khoa';
export const LOOKUP_PATH = '/tra-cuu';
/** On a laptop, beside the four places. */
export const DOSSIERS_PATH = '/ho-so';
export const APPOINTMENTS_PATH = '/hen';
export const CUSTODY_PATH = '/da-gui-chua';
/** What was typed and is not on the disk. */
export const RESCUE_PATH = '/chua-luu';
export const LOG_PATH = '/nhat-ky';
export const TEAMS_PATH = '/doi-may';
export const DESK_PATH = '/mot-cua';

/** The invitation in the address that a QR code opens: `/?ma=BCDFG-HJKLM`. */
export const CODE_PARAMETER = 'ma';
