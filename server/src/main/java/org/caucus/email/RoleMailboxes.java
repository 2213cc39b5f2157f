package org.caucus.email;

import java.util.Locale;
import java.util.Set;

/** Mailboxes that lead to the operators of a mail domain, whatever else is there (RFC 2142). */
public final class RoleMailboxes {
  /**
   * Those every mail host has: RFC 5321 section 4.5.1, RFC 2142 section 2. No list can have one.
   */
  private static final Set<String> ALWAYS = Set.of("postmaster", "abuse");

  /**
   * The others of RFC 2142 sections 4 and 5 that a host of lists is written to at. A list that had
   * such a name before it was kept for the operators keeps its address.
   */
  private static final Set<String> UNLESS_TAKEN =
      Set.of("security", "hostmaster", "webmaster", "noc");

  private RoleMailboxes() {}

  /** Whether it always leads to the operators. */
  public static boolean isAlways(String localPart) {
    return ALWAYS.contains(localPart.toLowerCase(Locale.ROOT));
  }

  /** Whether it leads to the operators unless something older has the address. */
  public static boolean isUnlessTaken(String localPart) {
    return UNLESS_TAKEN.contains(localPart.toLowerCase(Locale.ROOT));
  }

  /** Whether nothing new can have it. */
  public static boolean isKept(String localPart) {
    return isAlways(localPart) || isUnlessTaken(localPart);
  }
}
