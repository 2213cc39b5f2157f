package org.caucus.mail.auth.spf;

import java.util.Locale;

/** What a domain says of a host that sends in its name (RFC 7208 section 2.6). */
public enum SpfResult {
  /** There is no such domain, or it says nothing. */
  NONE,
  /** It does not want to say. */
  NEUTRAL,
  /** The host may send. */
  PASS,
  /** The host may not. */
  FAIL,
  /** It probably may not. */
  SOFTFAIL,
  /** Not found out now. */
  TEMPERROR,
  /** What the domain published cannot be understood, or asks for too much. */
  PERMERROR;

  /** The word of the standard. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
