package org.caucus.mail.dsn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;

/** Reads {@code message/delivery-status} (RFC 3464): groups of fields, one for each recipient. */
final class DeliveryStatus {
  /** The most groups read from one report. */
  static final int MAX_GROUPS = 1_000;

  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** RFC 3464 section 2.3.3. */
  private static final Set<String> ARRIVED = Set.of("delivered", "relayed", "expanded");

  /** A letter as RFC 6533 writes it where only ASCII goes: {@code \\x{EB}}. */
  private static final Pattern UNITEXT = Pattern.compile("\\\\x\\{(1?[0-9A-F]{2,5})\\}");

  /** A sign as RFC 3461 section 4 writes it: {@code +2B}. */
  private static final Pattern XTEXT = Pattern.compile("\\+([2-7][0-9A-F])");

  /** Where a report begins that stands in a text. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?im)^(Reporting-MTA|Final-Recipient): ?[^\\r\\n]*+$");

  private static final Pattern NEEDED = Pattern.compile("(?im)^Final-Recipient:");

  private static final Pattern FINAL = Pattern.compile("(?i)^Final-Recipient:");

  private DeliveryStatus() {}

  /** The report that a text is or contains, from its first field on. */
  static Optional<byte[]> in(String text) {
    Matcher begins = BEGINNING.matcher(text);
    return NEEDED.matcher(text).find() && begins.find()
        ? Optional.of(text.substring(begins.start()).getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  static List<DeliveryFailure> read(byte[] part) {
    List<DeliveryFailure> found = new ArrayList<>();
    for (byte[] group : groups(part)) {
      failure(RawLetter.of(group)).ifPresent(found::add);
    }
    return found;
  }

  /** Whether it says of somebody that the letter arrived, or went on from there. */
  static boolean isOfArrival(byte[] part) {
    return groups(part).stream()
        .map(group -> RawLetter.of(group).value("Action").map(DeliveryStatus::word).orElse(""))
        .anyMatch(ARRIVED::contains);
  }

  /** An RFC 3463 code in a text; empty if there is none. */
  static String status(String text) {
    Matcher code = STATUS.matcher(text);
    return code.find() ? code.group(1) : "";
  }

  private static Optional<DeliveryFailure> failure(RawLetter group) {
    String diagnosis = group.value("Diagnostic-Code").orElse("");
    String status =
        group
            .value("Status")
            .map(DeliveryStatus::status)
            .filter(s -> !s.isEmpty())
            .orElse(status(diagnosis));
    String action =
        group.value("Action").map(DeliveryStatus::word).orElse(status.isEmpty() ? "" : by(status));
    boolean failed =
        action.equals("failed") || action.equals("failure") || action.equals("expired");
    if (!failed && !action.equals("delayed")) {
      return Optional.empty();
    }
    return recipient(group).map(a -> DeliveryFailure.of(a, failed, status, diagnosis));
  }

  /** The action that a status means (RFC 3463), where none is said. */
  private static String by(String status) {
    return switch (status.charAt(0)) {
      case '5' -> "failed";
      case '4' -> "delayed";
      default -> "delivered";
    };
  }

  /** Whom the letter was addressed to, before any forwarding, if it is told. */
  private static Optional<MailAddress> recipient(RawLetter group) {
    Optional<MailAddress> last = group.value("Final-Recipient").flatMap(DeliveryStatus::address);
    return group
        .value("Original-Recipient")
        .flatMap(DeliveryStatus::address)
        .filter(first -> last.filter(l -> isXtext(first, l)).isEmpty())
        .or(() -> last)
        .or(() -> group.value("X-Actual-Recipient").flatMap(DeliveryStatus::address));
  }

  /** {@code rfc822; ada@rights.example}, with the type, brackets and blanks that are seen. */
  private static Optional<MailAddress> address(String value) {
    String bare = value.substring(value.indexOf(';') + 1).strip();
    int open = bare.indexOf('<');
    int close = bare.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      bare = bare.substring(open + 1, close).strip();
    }
    return MailAddress.parse(
        UNITEXT.matcher(bare).replaceAll(c -> Matcher.quoteReplacement(letter(c.group(1)))));
  }

  /** Whether the first is the second as RFC 3461 writes it on its way, left so by mistake. */
  private static boolean isXtext(MailAddress first, MailAddress second) {
    String read =
        XTEXT
            .matcher(first.toString())
            .replaceAll(c -> Matcher.quoteReplacement(letter(c.group(1))));
    return !first.sameAs(second) && read.equalsIgnoreCase(second.toString());
  }

  private static String letter(String hex) {
    return Character.toString(Integer.parseInt(hex, 16));
  }

  private static String word(String value) {
    return value.strip().split("[\\s;(]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /**
   * Groups are parted by blank lines, of which there may be several and with blanks in them; where
   * somebody left them out, by the next recipient.
   */
  private static List<byte[]> groups(byte[] part) {
    List<byte[]> groups = new ArrayList<>();
    int from = 0;
    int at = 0;
    boolean named = false;
    while (at < part.length && groups.size() < MAX_GROUPS) {
      int end = lineEnd(part, at);
      String line = HeaderText.of(Arrays.copyOfRange(part, at, end));
      if (line.isBlank()) {
        add(groups, part, from, at);
        from = end;
        named = false;
      } else if (FINAL.matcher(line).find()) {
        if (named) {
          add(groups, part, from, at);
          from = at;
        }
        named = true;
      }
      at = end;
    }
    add(groups, part, from, part.length);
    return groups;
  }

  private static void add(List<byte[]> groups, byte[] part, int from, int to) {
    if (to > from) {
      groups.add(Arrays.copyOfRange(part, from, to));
    }
  }

  private static int lineEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, bytes.length);
  }
}
