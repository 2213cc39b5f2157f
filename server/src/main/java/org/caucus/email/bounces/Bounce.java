package org.caucus.email.bounces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.email.Attachment;
import org.caucus.email.Automation;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;

/**
 * What a letter that came to a return path says.
 *
 * @param failures the addresses that failed, each once; empty if none is named
 * @param complaint the kind of feedback, if it is a report of abuse (RFC 5965)
 * @param departed whether it says that somebody has left their post
 */
public record Bounce(List<Failure> failures, Optional<String> complaint, boolean departed) {
  private static final String STATUS = "message/delivery-status";
  private static final String GLOBAL_STATUS = "message/global-delivery-status"; // RFC 6533

  /** Reports in reports that are opened. */
  private static final int MAX_WRAPPINGS = 2;

  /** Subjects of answering machines; a report of a failure never has one. */
  private static final Pattern ANSWERING =
      Pattern.compile(
          "(?iu)\\s*+((re|aw|sv|tr|rv|res|ref|رد): *)?(automatic reply|auto(matic)?[- ]?(reply|response"
              + "|answer)|out of (the )?office|away from"
              + "|on (vacation|holiday|leave)|vacation|abwesen|automatische antwort"
              + "|réponse automatique|absence"
              + "|respuesta automática|fuera de la oficina|رد تلقائي|i am (away|out)|resposta automática"
              + "|fora do escritório|((em|estou de) )?férias|risposta automatica|fuori ufficio|automatisch antwoord"
              + "|afwezig|autosvar|خارج المكتب|إجازة|автоответ|автоматический ответ|automatyczna odpowiedź"
              + "|poza biurem|otomatik (yanıt|cevap)|ofis dışı|frånvaro|fravær|fraværende"
              + "|poissa|automatická odpověď|automatikus válasz|不在|자동 회신|自動返信|自動回覆|自動回復|自动回复|自动答复).*");

  /** What programs put into the header of their answers, each in its own way. */
  private static final List<String> OWN_MARKS =
      List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Vacation");

  /** Reads any letter; one that is no report has no failures. */
  public static Bounce of(byte[] bytes) {
    RawLetter letter = RawLetter.of(bytes);
    ParsedLetter parsed = ParsedLetter.of(letter);
    Optional<String> complaint = Complaint.kind(parsed, bytes);
    List<Failure> failures = complaint.isPresent() ? List.of() : failures(letter, parsed, bytes, 0);
    return new Bounce(failures, complaint, Departure.isSaid(parsed.text()));
  }

  /**
   * The return path of the letter that a report of abuse is about; empty for all other letters, and
   * where the report does not say.
   */
  public static Optional<MailAddress> complainedOf(RawLetter letter) {
    boolean feedback =
        letter
            .value("Content-Type")
            .filter(v -> v.toLowerCase(Locale.ROOT).contains("feedback-report"))
            .isPresent();
    if (!feedback || !isReport(letter)) {
      return Optional.empty();
    }
    byte[] bytes = letter.toBytes();
    ParsedLetter parsed = ParsedLetter.of(letter);
    return Complaint.kind(parsed, bytes).flatMap(kind -> Complaint.returnPath(parsed, bytes));
  }

  private static List<Failure> failures(
      RawLetter letter, ParsedLetter parsed, byte[] bytes, int depth) {
    List<Failure> reported = new ArrayList<>();
    boolean report = false;
    boolean arrived = false;
    for (Attachment part : parsed.attachments()) {
      if (part.type().equals(STATUS) || part.type().equals(GLOBAL_STATUS)) {
        report = true;
        reported.addAll(DeliveryStatus.read(part.contentIn(bytes)));
        arrived |= DeliveryStatus.isOfArrival(part.contentIn(bytes));
      }
    }
    if (!reported.isEmpty()
        || arrived
        || (report && !FreeForm.speaksOfFailure(parsed.subject(), parsed.text()))) {
      return once(reported);
    }
    return enclosed(parsed, bytes, depth).or(() -> written(letter, parsed)).orElse(List.of());
  }

  /** A report that a filter on its way wrapped in another letter. */
  private static Optional<List<Failure>> enclosed(ParsedLetter parsed, byte[] bytes, int depth) {
    return parsed.attachments().stream()
        .filter(a -> a.type().equals("message/rfc822") && depth < MAX_WRAPPINGS)
        .map(a -> a.contentIn(bytes))
        .filter(inner -> isReport(RawLetter.of(inner)))
        .map(inner -> failures(RawLetter.of(inner), ParsedLetter.of(inner), inner, depth + 1))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private static boolean isReport(RawLetter letter) {
    return letter
        .value("Content-Type")
        .filter(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("multipart/report"))
        .isPresent();
  }

  private static Optional<List<Failure>> written(RawLetter letter, ParsedLetter parsed) {
    if (isAnswer(letter, parsed)) {
      return Optional.empty();
    }
    Optional<String> reporter = parsed.from().stream().findFirst().map(a -> a.address().domain());
    return Optional.of(
        FreeForm.read(parsed.subject(), parsed.text(), reporter, a -> takesPart(parsed, a)));
  }

  /** Whether a person's answering machine wrote it, or nobody speaks of a failure. */
  private static boolean isAnswer(RawLetter letter, ParsedLetter parsed) {
    boolean replied =
        letter.values("Auto-Submitted").stream()
            .anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("auto-replied"));
    boolean marked =
        OWN_MARKS.stream().anyMatch(name -> letter.value(name).isPresent())
            || letter.values("Precedence").stream()
                .anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("auto"));
    boolean daemon = parsed.from().stream().anyMatch(a -> Automation.isDaemon(a.address()));
    return ANSWERING.matcher(parsed.subject()).matches()
        || ((replied || marked) && !daemon)
        || (!daemon && !FreeForm.speaksOfFailure(parsed.subject(), parsed.text()));
  }

  private static boolean takesPart(ParsedLetter letter, MailAddress address) {
    return Stream.of(letter.from(), letter.to(), letter.cc(), letter.replyTo())
        .flatMap(List::stream)
        .map(NamedAddress::address)
        .anyMatch(address::sameAs);
  }

  private static List<Failure> once(List<Failure> failures) {
    Map<String, Failure> each = new LinkedHashMap<>();
    failures.forEach(f -> each.putIfAbsent(f.address().comparisonForm(), f));
    return List.copyOf(each.values());
  }
}
