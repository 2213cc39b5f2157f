package org.caucus.mail.message;

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

  /**
   * What means something in the mail of any domain: who answers there speaks for all of it, or is
   * taken for a machine; certificates are issued to who reads some of them.
   */
  private static final Set<String> OF_MAIL =
      Set.of(
          "bounce",
          "bounces",
          "mailer-daemon",
          "maildaemon",
          "noreply",
          "no-reply",
          "donotreply",
          "do-not-reply",
          "notice",
          "notices",
          "notification",
          "notifications",
          "admin",
          "administrator",
          "root",
          "listmaster",
          "owner",
          "request",
          "help",
          "control",
          "join",
          "leave",
          "subscribe",
          "unsubscribe",
          "mailman",
          "majordomo",
          "sysadmin",
          "ssladmin",
          "ssl-admin",
          "sslwebmaster",
          "certmaster",
          "usenet",
          "news-admin",
          "mail",
          "smtp");

  private RoleMailboxes() {}

  /** Whether it means something in all mail, so that nothing new can have it. */
  public static boolean isOfMail(String localPart) {
    return OF_MAIL.contains(localPart.toLowerCase(Locale.ROOT));
  }

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
