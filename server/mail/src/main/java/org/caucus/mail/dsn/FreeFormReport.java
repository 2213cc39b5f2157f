package org.caucus.mail.dsn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.mail.message.MailAddress;

/**
 * Reads what mail systems wrote for people before, or instead of, RFC 3464.
 *
 * <p>No list of systems and their phrases, but what they have in common: words about a failure,
 * then the addresses that failed, each at the start of a line or after a word for a recipient, then
 * the letter that was returned. So a system never seen before is read as well.
 */
final class FreeFormReport {
  /** The most addresses taken from one report. */
  static final int MAX_ADDRESSES = 100;

  /** Lines said of an address after the one that names it. */
  private static final int DIAGNOSIS_LINES = 8;

  /** Letters of scripts that part their words: an address ends where they do (RFC 6531). */
  private static final String PARTED =
      "\\w\\p{M}\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{IsDevanagari}";

  private static final String SIGNS = ".!#$%&*+/=?^`{|}~-";
  private static final String LOCAL = "[" + PARTED + SIGNS + "]{1,100}+";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((?<=<)[\\w\\p{L}\\p{M}"
              + SIGNS
              + "]{1,100}+@[\\w\\p{L}\\p{M}.-]{1,200}+(?=>)|(?<!["
              + PARTED
              + ".@/+-])"
              + LOCAL
              + "@["
              + PARTED
              + "](?:["
              + PARTED
              + ".-]{0,200}["
              + PARTED
              + "])?)");

  /** As X.400 writes an address of the Internet. */
  private static final Pattern SMTP_PREFIX = Pattern.compile("(?i)^smtp=");

  /** Before an address at the start of a line: quotes, brackets, a bullet, its display name. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)[\\s<>\"'*|-]*+(?:\\d{1,3}[.)]"
              + " {1,4}<?)?+(\"[^\"]{0,100}\"\\s*+<|(rfc822|smtp)\\s*+[;:]\\s*+<?)?");

  /** The same, where the code of a reply stands before it, or its name before why it failed. */
  private static final Pattern REPLY_OPENING =
      Pattern.compile("\\s*+(<<< )?[45]\\d\\d[ -]([45]\\.\\d{1,3}\\.\\d{1,3}\\s)?\\s*+<?");

  private static final Pattern NAME_OPENING =
      Pattern.compile("\\s*+\\p{Lu}[\\p{L}.'-]{0,30}( [\\p{L}.'-]{1,30}){0,4} <");

  private static final Pattern REPLY_CLOSING = Pattern.compile(">?\\.{3}.*");
  private static final Pattern NAME_CLOSING = Pattern.compile("> {1,3}\\(.*");

  /** After an address that stands for itself. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)[>\"')\\]]*+(\\s{0,9}($|:|;|,|\\.{3}|\\(|->|=>|\\[)| on [a-z]{3}| - |\\s{2,}| is "
              + "| \\w+ (is|was|not)\\b).*");

  /** Words for someone who was to receive it, close before the address. */
  private static final Pattern RECIPIENT_WORD =
      Pattern.compile(
          "(?i).*\\b(recipients?|users?|userid|user id|address(es|ed)?( to)?|mailbox|account"
              + "|deliver(y|ed)?( to)?"
              + "|undeliverable( +to)?|failed( \\d+ attempts)?|unknown|invalid|to|for|full|smtp"
              + "|rcpt|not found"
              + "|rejected|destination|employee|member)\\b[\\s:;=<'\"(\\[.,-]*+(is "
              + "|was )?[\\s<'\"(\\[=:]*+$");

  /** Words for someone else: whom to ask, who wrote, where it came from. */
  private static final Pattern BYSTANDER_WORD =
      Pattern.compile(
          "(?i).*\\b((?<!tried to"
              + " )contact|hello|dear|please|postmaster|administrator|admin|help|support|questions?|sender|sent"
              + " by|sent from|from|sender is|reply|forward(ed|ing)?|instead|new"
              + " address|e\\.g\\.|(?<![.@-])example|try|write|message-?id|mailto|report|complain\\w*|on"
              + " behalf|more information|contactez|contacter|écrivez|expéditeur"
              + "|kontaktieren|wenden|absender|contacte|remitente|remetente|المرسل)\\b[^.]{0,60}+$",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** The last words of a line, where the person who wrote it stands alone in the next but one. */
  private static final Pattern WRITER_LAST =
      Pattern.compile(
          "(?iu)\\b(sent by|written by|sender|from|expéditeur|absender|remitente)[\\s:]{0,9}$");

  private static final Pattern READER =
      Pattern.compile(
          "(?iu)[\\s>]*+(to|for|recipients?|destinataires?|à|pour|an|para|aan|till?"
              // and in other scripts
              + "|кому|kime|宛先|收件人|받는 사람|إلى)\\s{0,9}[:：]");

  /** What a host replied, with its code. */
  private static final Pattern REPLY = Pattern.compile("[\\s<>#\"'(]*+[45]\\d\\d[ -].*");

  /** Sendmail's and Exim's words for where a forwarded letter was first addressed to. */
  private static final Pattern ORIGIN =
      Pattern.compile("(?i)\\s*+\\((expanded|generated) from:? *<?" + LOCAL + "@.*");

  /** At the end of a subject: who did not get it, where the text says no more than why. */
  private static final Pattern NAMED_LAST =
      Pattern.compile(
          "(?i)\\b(?:posting|undeliverable|delivery|failure|failed|rejected|notice):? (?:to|for)"
              + " <?([\\w.+-]{1,64}@[\\w.-]{1,200}\\w)>?\\s*$");

  /**
   * The same at its beginning, as one keeper of lists writes it to the person who cares for one.
   */
  private static final Pattern NAMED_FIRST =
      Pattern.compile("(?i)\\s*+bounce ([\\w.+-]{1,64}@[\\w.-]{1,200}\\w): (.*)");

  /** After an address to which it was brought. */
  private static final Pattern BROUGHT =
      Pattern.compile("(?i)[>\\s;:,|=-]{1,20}+(successfully )?(delivered|relayed|expanded)\\b.*");

  /** At the end of a line that leads to those whom it reached. */
  private static final Pattern REACHED =
      Pattern.compile("(?i)(succeeded|(was|were) (successfully )?delivered( to)?|got it) ?: *$");

  /** Words of a sentence that goes on with who was refused. */
  private static final Pattern REFUSED_BEFORE =
      Pattern.compile("(?i)(rejected|refused|failed for) (the )?(recipient|address|user)s?:? <?$");

  /** A heading above addresses that may still get it. */
  private static final Pattern STILL_TRIED =
      Pattern.compile("(?i)\\b(transient|non-fatal|temporary|warnings?)\\b");

  /** Any heading of that kind. */
  private static final Pattern HEADING = Pattern.compile("\\s*+-{3,}+ ?[^-].{0,100}-{3,}\\s*");

  /** A name without a domain, alone in its line: a mailbox of the reporting host itself. */
  private static final Pattern LOCAL_NAME =
      Pattern.compile("\\s*+([A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9])(\\s{2,}.*|\\s*)");

  private static final Pattern NAMES_FOLLOW =
      Pattern.compile("(?i).*(following|recipients?|addresse?s?|not delivered to)\\b.{0,200}");

  private static final Set<String> ROLES =
      Set.of(
          "postmaster",
          "mailer-daemon",
          "abuse",
          "mailerdaemon",
          "hostmaster",
          "helpdesk",
          "support",
          "noreply",
          "no-reply");

  /** Ends of addresses of those who care for a list, and of its machine. */
  private static final List<String> LIST_ROLES =
      List.of("-owner", "-request", "-bounces", "-ctl", "-admin");

  /** Lines above that word in which the address stands where it went on to. */
  private static final int ORIGIN_LINES = 3;

  /** Characters before an address in which a word may say what it is. */
  private static final int CLOSE_CHARS = 120;

  /** Addresses that are looked at in one report: a wall of them is not one. */
  private static final int MAX_LOOKS = 2_000;

  private int looks;
  private final List<String> lines;
  private final boolean[] brought;
  private final Predicate<MailAddress> party;
  private final Map<String, DeliveryFailure> found = new LinkedHashMap<>();

  /** Where a letter went on to, of which is told who was first written to. */
  private final Set<String> replaced = new HashSet<>();

  private final boolean permanent;
  private final Optional<String> reporter;
  private final String subject;

  private FreeFormReport(
      String subject, String text, Optional<String> reporter, Predicate<MailAddress> party) {
    this.reporter = reporter;
    this.subject = ReportLines.cut(subject);
    this.lines = ReportLines.of(text);
    this.brought = brought(lines);
    this.party = party;
    this.permanent = FailurePhrases.sayItIsOver(subject, lines);
  }

  /**
   * The addresses that failed.
   *
   * @param reporter the domain that reports
   * @param party addresses that take part in the report itself: its author, its reader
   */
  static List<DeliveryFailure> read(
      String subject, String text, Optional<String> reporter, Predicate<MailAddress> party) {
    if (FailurePhrases.tellOfNone(subject, text)) {
      return List.of();
    }
    FreeFormReport report = new FreeFormReport(subject, text, reporter, party);
    report.scan();
    return report.found.size() == 1
        ? List.of(report.replied(report.found.values().iterator().next()))
        : List.copyOf(report.found.values());
  }

  /** Of one address alone all that the other side replied was said, wherever it stands. */
  private DeliveryFailure replied(DeliveryFailure failure) {
    if (failure.reason() != BounceReason.UNKNOWN) {
      return failure;
    }
    return lines.stream()
        .filter(line -> REPLY.matcher(line).matches())
        .map(
            line ->
                DeliveryFailure.of(failure.address(), permanent, DeliveryStatus.status(line), line))
        .filter(f -> f.reason() != BounceReason.UNKNOWN)
        .findFirst()
        .map(f -> failure.because(f.reason()))
        .orElse(failure);
  }

  /** Failures of these addresses, of which the text says why. */
  static List<DeliveryFailure> of(String subject, String text, List<String> addresses) {
    FreeFormReport report = new FreeFormReport(subject, text, Optional.empty(), a -> false);
    if (!report.lines.isEmpty()) {
      addresses.stream()
          .flatMap(a -> MailAddress.parse(a.strip()).stream())
          .limit(MAX_ADDRESSES)
          .forEach(a -> report.add(a, 0));
    }
    return List.copyOf(report.found.values());
  }

  private void scan() {
    // Anyone who puts an address at the start of a line means it; only where nobody does, the ones
    // inside sentences are looked at.
    for (int i = 0; i < lines.size(); i++) {
      look(i, false);
    }
    for (int i = 1; i < lines.size() && found.isEmpty(); i++) {
      lookForLocalName(i);
    }
    for (int i = 0; i < lines.size() && found.isEmpty(); i++) {
      look(i, true);
    }
    Matcher last = NAMED_LAST.matcher(subject);
    Matcher first = NAMED_FIRST.matcher(subject);
    if (found.isEmpty() && !lines.isEmpty() && last.find()) {
      read(last.group(1)).ifPresent(a -> add(a, 0));
    }
    if (found.isEmpty() && first.matches()) {
      read(first.group(1))
          .map(a -> DeliveryFailure.of(a, permanent, "", first.group(2)))
          .ifPresent(f -> found.put(f.address().comparisonForm(), f));
    }
    for (int i = 0; i < lines.size() && found.isEmpty(); i++) {
      lookForReader(i);
    }
  }

  /** Some say no more than whom the letter was for, as its header did. */
  private void lookForReader(int i) {
    String line = lines.get(i);
    if (READER.matcher(line).lookingAt()) {
      Matcher address = ADDRESS.matcher(line);
      while (address.find() && found.size() < MAX_ADDRESSES && ++looks <= MAX_LOOKS) {
        read(address.group(1)).ifPresent(a -> add(a, i));
      }
    }
  }

  private void lookForLocalName(int i) {
    Matcher name = LOCAL_NAME.matcher(lines.get(i));
    List<String> above = lines.subList(0, i).reversed();
    boolean announced =
        above.stream()
            .filter(line -> !line.isBlank())
            .limit(2)
            .anyMatch(line -> NAMES_FOLLOW.matcher(line).matches());
    if (name.matches() && announced) {
      reporter.flatMap(d -> MailAddress.parse(name.group(1) + "@" + d)).ifPresent(a -> add(a, i));
    }
  }

  private void look(int i, boolean inSentences) {
    String line = lines.get(i);
    if (ReportLines.SUMMARY.matcher(line).matches()) {
      return;
    }
    if (ORIGIN.matcher(line).matches()) {
      lookForOrigin(i);
      return;
    }
    Matcher address = ADDRESS.matcher(line);
    while (address.find() && found.size() < MAX_ADDRESSES && ++looks <= MAX_LOOKS) {
      String before = line.substring(0, address.start());
      String after = line.substring(address.end());
      String close = before.substring(Math.max(0, before.length() - CLOSE_CHARS));
      if ((inSentences || isAlone(before, after) || RECIPIENT_WORD.matcher(close).matches())
          && !brought[i]
          && !BROUGHT.matcher(after).matches()
          && !BYSTANDER_WORD.matcher(close).matches()
          && !continuesAside(i, before)) {
        read(address.group(1)).ifPresent(a -> add(a, i));
      }
    }
  }

  private static boolean isAlone(String before, String after) {
    return (OPENING.matcher(before).matches() && CLOSING.matcher(after).matches())
        || (REPLY_OPENING.matcher(before).matches() && REPLY_CLOSING.matcher(after).matches())
        || (NAME_OPENING.matcher(before).matches() && NAME_CLOSING.matcher(after).matches());
  }

  /**
   * It was forwarded: the person who was first written to takes the place of where it went on to.
   */
  private void lookForOrigin(int i) {
    Matcher address = ADDRESS.matcher(lines.get(i));
    if (address.find()) {
      lines.subList(Math.max(0, i - ORIGIN_LINES), i).reversed().stream()
          .map(ADDRESS::matcher)
          .filter(Matcher::find)
          .findFirst()
          .flatMap(last -> read(last.group(1)))
          .ifPresent(
              a -> {
                found.remove(a.comparisonForm());
                replaced.add(a.comparisonForm());
              });
      read(address.group(1)).ifPresent(a -> add(a, i));
    }
  }

  private Optional<MailAddress> read(String address) {
    return MailAddress.parse(SMTP_PREFIX.matcher(address).replaceFirst(""))
        .filter(a -> !party.test(a) && !isRole(a));
  }

  /**
   * Whether the line before ends in words for a bystander, and this one begins with the address.
   */
  private boolean continuesAside(int i, String before) {
    if (i > 1 && lines.get(i - 1).isBlank() && before.replace('<', ' ').isBlank()) {
      return WRITER_LAST.matcher(lines.get(i - 2)).find();
    }
    return i > 0
        && before.isBlank()
        && !lines.get(i - 1).strip().endsWith(":")
        && BYSTANDER_WORD.matcher(lines.get(i - 1)).matches();
  }

  private int indent(int i) {
    return lines.get(i).length() - lines.get(i).stripLeading().length();
  }

  /** Whether a line is about an address: begins with one, or says that it was refused. */
  private static boolean names(Matcher address, String line) {
    if (!address.find()) {
      return false;
    }
    String before = line.substring(0, address.start());
    return REFUSED_BEFORE.matcher(before).find()
        || (OPENING.matcher(before).matches()
            && CLOSING.matcher(line.substring(address.end())).matches());
  }

  private static boolean isRole(MailAddress address) {
    String local = address.localPart().toLowerCase(Locale.ROOT);
    return ROLES.contains(local) || LIST_ROLES.stream().anyMatch(local::endsWith);
  }

  private void add(MailAddress address, int i) {
    if (replaced.contains(address.comparisonForm())) {
      return;
    }
    found.computeIfAbsent(
        address.comparisonForm(),
        form -> {
          String said = diagnosis(i, form);
          boolean over = permanent && !isStillTried(i);
          return DeliveryFailure.of(address, over, DeliveryStatus.status(said), said);
        });
  }

  /** Of each line, whether it stands below one that leads to those whom it reached. */
  private static boolean[] brought(List<String> lines) {
    boolean[] brought = new boolean[lines.size()];
    boolean below = false;
    for (int i = 0; i < brought.length; i++) {
      brought[i] = below;
      if (lines.get(i).strip().endsWith(":")) {
        below = REACHED.matcher(lines.get(i)).find();
      }
    }
    return brought;
  }

  /** Whether it stands below a heading that says so. */
  private boolean isStillTried(int i) {
    return lines.subList(0, i).reversed().stream()
        .filter(line -> HEADING.matcher(line).matches())
        .findFirst()
        .filter(line -> STILL_TRIED.matcher(line).find())
        .isPresent();
  }

  /**
   * What is said of this address: from the line that names it up to the next one's, or else right
   * above it.
   */
  private String diagnosis(int from, String form) {
    String below = below(from, form);
    if (BounceReason.of(DeliveryStatus.status(below), below) != BounceReason.UNKNOWN) {
      return below;
    }
    return lines.subList(0, from).reversed().stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(above -> !ADDRESS.matcher(above).find())
        .map(above -> below + " " + above.strip())
        .orElse(below);
  }

  private String below(int from, String form) {
    List<String> said = new ArrayList<>();
    for (int i = from; i < Math.min(from + DIAGNOSIS_LINES, lines.size()); i++) {
      Matcher other = ADDRESS.matcher(lines.get(i));
      boolean next = i > from && indent(i) <= indent(from) && names(other, lines.get(i));
      if (next && !other.group(1).equalsIgnoreCase(form)) {
        break;
      }
      if (i > from && !found.isEmpty() && HEADING.matcher(lines.get(i)).matches()) {
        break;
      }
      said.add(lines.get(i).strip());
    }
    boolean bare = String.join("", said).length() < form.length() + 8;
    return bare ? elsewhere(form) : String.join(" ", said);
  }

  /** What is said of it where it stands again, as in a transcript; or else all that is said. */
  private String elsewhere(String form) {
    String own =
        lines.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).contains(form))
            .map(String::strip)
            .collect(Collectors.joining(" "));
    return found.isEmpty()
            || BounceReason.of(DeliveryStatus.status(own), own) == BounceReason.UNKNOWN
        ? String.join(" ", lines)
        : own;
  }
}
