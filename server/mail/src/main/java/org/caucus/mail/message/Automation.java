package org.caucus.mail.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter is taken for one that no person wrote for this occasion. Such a letter gets no
 * answer (RFC 3834).
 */
public enum Automation {
  /** {@code Auto-Submitted} with anything but {@code no} (RFC 3834 section 5). */
  AUTO_SUBMITTED,
  /**
   * The null return path: a bounce or another notice that must not be answered (RFC 5321 section
   * 4.5.5).
   */
  NULL_SENDER,
  /** A delivery report or other {@code multipart/report} (RFC 6522). */
  REPORT,
  /** A vacation or out-of-office header of a known program. */
  AUTO_REPLY,
  /** {@code Precedence: bulk} or {@code junk}. */
  BULK,
  /** Mail of a list: {@code List-Id} (RFC 2919) or {@code Precedence: list}. */
  LIST,
  /** Sent by a program's mailbox: mailer-daemon, postmaster, no-reply. */
  DAEMON,
  /**
   * Nothing but {@code X-Auto-Response-Suppress} (MS-OXCMAIL 2.2.3.2.14): it wants no answer, and
   * gateways put that on what people write, too.
   */
  SUPPRESSES_ANSWERS,
  /**
   * Nothing but {@code List-Unsubscribe} (RFC 2369): programs that keep an office's contacts put it
   * on single letters, too.
   */
  UNSUBSCRIBABLE;

  private static final Pattern DAEMON_NAME =
      Pattern.compile(
          "(mailer[-_.]?daemon|postmaster|(do[-_.]?)?no[-_.]?t?[-_.]?reply|mail[-_.]?daemon|bounces?)([-_.+].*)?");
  private static final List<String> REPLY_HEADERS =
      List.of(
          "X-Autoreply",
          "X-Autorespond",
          "X-Autoresponder",
          "X-Autoreply-From",
          "X-Mail-Autoreply");
  private static final Pattern REPLY_SUPPRESSED =
      Pattern.compile("(?i).*\\b(all|oof|autoreply)\\b.*");

  /**
   * The first reason that holds, the surest first.
   *
   * @param letter the letter
   * @param envelopeSender MAIL FROM of the letter; null for the null sender
   */
  public static Optional<Automation> of(RawLetter letter, @Nullable MailAddress envelopeSender) {
    if (letter.values("Auto-Submitted").stream().anyMatch(v -> !keyword(v).equals("no"))) {
      return Optional.of(AUTO_SUBMITTED);
    }
    if (envelopeSender == null) {
      return Optional.of(NULL_SENDER);
    }
    if (letter
        .value("Content-Type")
        .filter(v -> keyword(v).equals("multipart/report"))
        .isPresent()) {
      return Optional.of(REPORT);
    }
    if (isAutoReply(letter)) {
      return Optional.of(AUTO_REPLY);
    }
    return bulk(letter)
        .or(() -> isDaemon(letter, envelopeSender) ? Optional.of(DAEMON) : perhaps(letter));
  }

  /** Whether no letter of a person has that mark. Where it is not, somebody has to look. */
  public boolean isCertain() {
    return this != SUPPRESSES_ANSWERS && this != UNSUBSCRIBABLE;
  }

  private static Optional<Automation> perhaps(RawLetter letter) {
    if (letter
        .value("X-Auto-Response-Suppress")
        .filter(v -> REPLY_SUPPRESSED.matcher(v).matches())
        .isPresent()) {
      return Optional.of(SUPPRESSES_ANSWERS);
    }
    return letter.value("List-Unsubscribe").map(v -> UNSUBSCRIBABLE);
  }

  private static boolean isAutoReply(RawLetter letter) {
    return REPLY_HEADERS.stream()
            .anyMatch(h -> letter.value(h).filter(v -> !keyword(v).equals("no")).isPresent())
        || letter.value("X-Cron-Env").isPresent()
        || letter.value("X-Vacation").isPresent()
        || letter.values("Precedence").stream().anyMatch(v -> keyword(v).equals("auto_reply"))
        || letter.value("X-Precedence").filter(v -> keyword(v).equals("auto_reply")).isPresent()
        || letter.value("X-FC-MachineGenerated").filter(v -> keyword(v).equals("true")).isPresent();
  }

  private static Optional<Automation> bulk(RawLetter letter) {
    List<String> precedence =
        letter.values("Precedence").stream().map(Automation::keyword).toList();
    if (precedence.contains("bulk") || precedence.contains("junk")) {
      return Optional.of(BULK);
    }
    boolean list = precedence.contains("list") || letter.value("List-Id").isPresent();
    return list ? Optional.of(LIST) : Optional.empty();
  }

  private static boolean isDaemon(RawLetter letter, MailAddress envelopeSender) {
    return isDaemon(envelopeSender)
        || letter.value("From").map(NamedAddress::parseList).orElse(List.of()).stream()
            .anyMatch(author -> isDaemon(author.address()));
  }

  /** Whether an address is that of a program: mailer-daemon, postmaster, no-reply. */
  public static boolean isDaemon(MailAddress address) {
    return DAEMON_NAME.matcher(address.localPart().toLowerCase(Locale.ROOT)).matches();
  }

  /** The value without comment and parameters, lower case. */
  private static String keyword(String value) {
    return value.replaceFirst("[;(].*", "").strip().toLowerCase(Locale.ROOT);
  }
}
