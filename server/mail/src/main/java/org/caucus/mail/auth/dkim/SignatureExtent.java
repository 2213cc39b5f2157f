package org.caucus.mail.auth.dkim;

/** How far the signatures of a domain go. */
public enum SignatureExtent {
  /** It did not sign the letter. */
  NOTHING,
  /** It signed the words, and not all that decides how they are read and where they go. */
  WORDS,
  /** It signed the letter, as it is read and for whom it is. */
  LETTER
}
