package org.caucus.mail.message.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.RawLetter;

/**
 * What hosts and programs on a letter's way to us wrote into its header: where it came from, over
 * which network, and who was signed in there. None of it is its author's words, and nobody who
 * reads the letter by us needs it. A field that nobody knows stays if it says words and no more.
 */
public final class TraceFields {
  /** What a person or their program says of the letter itself; kept, whatever stands in it. */
  private static final Set<String> OF_THE_LETTER =
      Set.of(
          """
          from sender reply-to to cc subject date message-id in-reply-to references
          mime-version comments keywords organization organisation importance priority
          sensitivity auto-submitted user-agent x-mailer dkim-signature autocrypt openpgp face
          x-face supersedes expires reply-by x-priority x-msmail-priority x-importance thread-topic
          """
              .split("\\s+"));

  /** Words in the name of a field which say that a host wrote it about its network. */
  private static final Set<String> OF_A_HOST =
      Set.of(
          """
          received return delivered envelope env original origin orig source src sender from
          rcpt recipient recipients ip host helo ehlo remote peer route routed smtp mta hop mx
          spf dkim dmarc arc login user uid account virus av antivirus antiabuse abuse
          tracking track injected injection posting submission server forwarded country asn
          network net location timezone tz php script queue qid scanned scanner complaints
          report feedback resent xref path nntp via gateway domain envid mid guid id sid eid tid
          acct region city carrier vpn routing incoming dmca hotspot wifi ssid isp cell imsi imei
          """
              .split("\\s+"));

  /** The same, as parts of such words. */
  private static final List<String> IN_A_WORD =
      List.of(
          "originat",
          "client",
          "relay",
          "auth",
          "tenant",
          "spam",
          "trace",
          "geo",
          "filter",
          "proxy",
          "host",
          "helo",
          "user",
          "clientaddr",
          "lookup",
          "workstation",
          "computer",
          "device",
          "session",
          "cipher",
          "junk",
          "scan",
          "virus",
          "vade");

  /** How the fields of providers, filters and mailing programs begin. */
  private static final List<String> OF_PROVIDERS =
      List.of(
          """
          x-google- x-gm- x-gmail- x-ms- x-microsoft x-exchange x-forefront x-eop x-ec0d2a8e
          x-originatororg x-olk x-yahoo x-ymail x-rocket x-aol x-apple x-icloud x-proofpoint
          x-pp- x-mimecast x-mc- x-ironport x-iport x-barracuda x-cisco x-sophos x-trend x-tm
          x-tm- x-amavis x-rspam x-ham x-bogosity x-greylist x-policyd x-zoho x-zm- x-proton
          x-pm- x-gmx x-ui- x-provags x-web-de x-yandex x-mras x-mailru x-qq x-netease
          x-coremail x-cm- x-sg- x-ses- x-mailgun x-mandrill x-mailjet x-mj- x-sparkpost
          x-msys x-mailfrom x-ovh x-vr- x-haraka x-kse- x-kasp x-dspam x-csa- x-cloudmark
          x-incoming x-authority x-me- x-ham-report x-iinet x-originator x-notes x-mimetrack x-mimeole
          x-ximss x-wum x-mozilla x-evolution x-account-key x-identity-key feedback-id
          thread-index arc- bimi- x-bimi x-image-url dkim-filter domainkey- x-dkim
          acceptlanguage x-archived-at x-mailman x-beenthere x-list x-sasl x-php
          """
              .split("\\s+"));

  /** Words and no more: what else nobody here knows may name a host, an account or a network. */
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M} ,;!?'()]{0,200}+\\.?");

  /** What one mail program says in its comments of who was signed in where. */
  private static final Pattern SIGNED_IN =
      Pattern.compile("(?i)\\bauthenticated\\b.{0,40}\\bsender\\b");

  /** An address of a network, in digits. */
  private static final Pattern IP =
      Pattern.compile(
          "(?<![\\w.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![\\w.])"
              + "|(?i)\\bipv6:|(?<![\\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\\w:])");

  private TraceFields() {}

  /** The letter without them, and as it is if it has none. */
  public static RawLetter cut(RawLetter letter) {
    return letter.only((name, value) -> !isTrace(name, value));
  }

  /** Whether a field is one of them. */
  public static boolean isTrace(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.equals("comments") && SIGNED_IN.matcher(value).find()) {
      return true;
    }
    if (OF_THE_LETTER.contains(key) || key.startsWith("content-") || key.startsWith("list-")) {
      return false;
    }
    return OF_PROVIDERS.stream().anyMatch(key::startsWith)
        || Stream.of(key.split("[-_]", -1)).anyMatch(TraceFields::isOfAHost)
        || !WORDS.matcher(value.strip()).matches();
  }

  private static boolean isOfAHost(String word) {
    return OF_A_HOST.contains(word)
        || word.startsWith("ip")
        || word.endsWith("ip")
        || IN_A_WORD.stream().anyMatch(word::contains);
  }

  /** Whether a value names an address of a network. */
  static boolean names(String value) {
    return value.length() > 10_000 || IP.matcher(value).find();
  }
}
