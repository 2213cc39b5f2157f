package org.caucus.mail.dsn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/**
 * Whether a letter says by its form, or by where it came to, that a mail system reports something.
 * What people write to each other speaks of errors and addresses as well, and blames nobody.
 */
final class ReportForm {
  /** The local part of an address that lists give as their return path. */
  private static final Pattern RETURN_PATH =
      Pattern.compile("(?i).*(bounce|\\+b\\.|-admin$|^owner-|-errors?$|^errors?-|verp).*");

  /** Fields of what a list passed on. */
  private static final List<String> OF_LISTS =
      List.of("List-Id", "List-Post", "Mailing-List", "X-BeenThere", "X-Mailman-Version");

  private ReportForm() {}

  /** Whether it can be a report. */
  static boolean isSeen(RawLetter letter, ParsedLetter parsed) {
    boolean report =
        letter
            .value("Content-Type")
            .filter(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("multipart/report"))
            .isPresent();
    if (report || cameBack(letter, parsed)) {
      return true;
    }
    if (OF_LISTS.stream().anyMatch(field -> letter.value(field).isPresent())) {
      return false;
    }
    if (hasNoSender(letter) || letter.value("X-Failed-Recipients").isPresent()) {
      return true;
    }
    String subject = ReportLines.cut(parsed.subject());
    boolean failure = ReportSubject.isOne(subject);
    boolean inThread =
        letter.value("In-Reply-To").isPresent() || letter.value("References").isPresent();
    boolean system = AutoReplyDetection.isOfSystem(letter, parsed);
    if ((inThread && !failure) || (!system && ReportSubject.isAnswer(subject))) {
      return false;
    }
    return system || isAutomatic(letter);
  }

  private static boolean isAutomatic(RawLetter letter) {
    return letter.values("Auto-Submitted").stream()
        .anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("auto-"));
  }

  private static boolean cameBack(RawLetter letter, ParsedLetter parsed) {
    Stream<MailAddress> to = parsed.to().stream().map(NamedAddress::address);
    Stream<MailAddress> reached =
        Stream.of("Delivered-To", "X-Original-To", "Envelope-To")
            .flatMap(field -> letter.values(field).stream())
            .flatMap(v -> MailAddress.parse(v.replaceAll("[<>\\s]", "")).stream());
    return Stream.concat(to, reached).anyMatch(a -> RETURN_PATH.matcher(a.localPart()).matches());
  }

  private static boolean hasNoSender(RawLetter letter) {
    Optional<String> path = letter.value("Return-Path");
    return path.filter(v -> v.replaceAll("\\s", "").equals("<>")).isPresent()
        || letter
            .value("From")
            .filter(v -> v.contains("<>"))
            .or(() -> letter.value("Return-Path").filter(v -> isDaemon(v)))
            .isPresent();
  }

  private static boolean isDaemon(String path) {
    return MailAddress.parse(path.replaceAll("[<>\\s]", ""))
        .filter(Automation::isDaemon)
        .isPresent();
  }
}
