package org.caucus.mail.dsn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/**
 * What a letter that came to a return path says.
 *
 * @param failures the addresses that failed, each once; empty if none is named
 * @param complaint the kind of feedback, if it is a report of abuse (RFC 5965 and others)
 * @param departed whether it says that somebody has left their post
 */
public record Bounce(List<DeliveryFailure> failures, Optional<String> complaint, boolean departed) {
  private static final String STATUS = "message/delivery-status";
  private static final String GLOBAL_STATUS = "message/global-delivery-status"; // RFC 6533

  /** Where the report itself went: the way back, no matter who reported. */
  private static final List<String> REACHED = List.of("Delivered-To", "Envelope-To");

  /** The same beside one of those; alone, one system names there who did not get the letter. */
  private static final String REACHED_FIRST = "X-Original-To";

  /** Octets of a file that are looked at for a report. */
  private static final int MAX_STATUS_OCTETS = 64 * 1024;

  /** Reports in reports that are opened. */
  private static final int MAX_WRAPPINGS = 2;

  /** Reads any letter; one that is no report has no failures. */
  public static Bounce of(byte[] bytes) {
    RawLetter letter = RawLetter.of(bytes);
    ParsedLetter parsed = ParsedLetter.of(letter);
    Optional<String> feedback = Complaint.kind(letter, parsed, bytes);
    boolean report = feedback.isEmpty() && ReportForm.isSeen(letter, parsed);
    List<DeliveryFailure> failures = report ? failures(letter, parsed, bytes, 0) : List.of();
    Optional<String> complaint = feedback.filter(Complaint::isOne);
    return new Bounce(failures, complaint, DeparturePhrases.isSaid(parsed.text()));
  }

  /**
   * The return path of the letter that a report of abuse is about; empty for all other letters, and
   * where the report does not say.
   */
  public static Optional<MailAddress> complainedOf(RawLetter letter) {
    byte[] bytes = letter.toBytes();
    if (!Complaint.mayBeOne(letter, bytes)) {
      return Optional.empty();
    }
    ParsedLetter parsed = ParsedLetter.of(letter);
    return Complaint.kind(letter, parsed, bytes)
        .filter(Complaint::isOne)
        .flatMap(kind -> Complaint.returnPath(parsed, bytes));
  }

  private static List<DeliveryFailure> failures(
      RawLetter letter, ParsedLetter parsed, byte[] bytes, int depth) {
    List<DeliveryFailure> reported = new ArrayList<>();
    boolean report = false;
    boolean arrived = false;
    for (byte[] status : statuses(letter, parsed)) {
      report = true;
      reported.addAll(DeliveryStatus.read(status));
      arrived |= DeliveryStatus.isOfArrival(status);
    }
    if (!reported.isEmpty()
        || arrived
        || (report && !FailurePhrases.speakOfOne(parsed.subject(), parsed.text()))) {
      return once(
          reported.stream().map(f -> explained(f, parsed)).map(f -> grouped(f, parsed)).toList());
    }
    return enclosed(parsed, bytes, depth).or(() -> written(letter, parsed)).orElse(List.of());
  }

  /**
   * The parts that RFC 3464 describes; where none has its type, what reads like one: a gateway may
   * have made text of it, or have lost the boundary.
   */
  private static List<byte[]> statuses(RawLetter letter, ParsedLetter parsed) {
    List<byte[]> typed =
        parsed.attachments().stream()
            .filter(a -> a.type().equals(STATUS) || a.type().equals(GLOBAL_STATUS))
            .map(a -> a.contentIn(letter))
            .toList();
    if (!typed.isEmpty()) {
      return typed;
    }
    Stream<String> files =
        parsed.attachments().stream()
            .filter(a -> a.type().startsWith("text/plain"))
            .map(a -> a.textIn(letter, MAX_STATUS_OCTETS).text());
    return Stream.concat(files, Stream.of(parsed.text()))
        .flatMap(text -> DeliveryStatus.in(text).stream())
        .toList();
  }

  /** What the report says to people, of an address of which it says too little to programs. */
  private static DeliveryFailure explained(DeliveryFailure failure, ParsedLetter parsed) {
    if (failure.reason() != BounceReason.UNKNOWN) {
      return failure;
    }
    return FreeFormReport.read(parsed.subject(), parsed.text(), Optional.empty(), a -> false)
        .stream()
        .filter(f -> f.address().sameAs(failure.address()))
        .findFirst()
        .map(f -> failure.because(f.reason()))
        .orElse(failure);
  }

  /** A report that a filter on its way wrapped in another letter. */
  private static Optional<List<DeliveryFailure>> enclosed(
      ParsedLetter parsed, byte[] bytes, int depth) {
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

  private static Optional<List<DeliveryFailure>> written(RawLetter letter, ParsedLetter parsed) {
    if (AutoReplyDetection.isAnswer(letter, parsed)) {
      return Optional.empty();
    }
    Optional<String> reporter = parsed.from().stream().findFirst().map(a -> a.address().domain());
    List<DeliveryFailure> read =
        FreeFormReport.read(
            parsed.subject(), parsed.text(), reporter, a -> takesPart(letter, parsed, a));
    List<DeliveryFailure> failures = read.isEmpty() ? listed(letter, parsed) : read;
    return Optional.of(failures.stream().map(f -> grouped(f, parsed)).toList());
  }

  /** Of a group that may be there, and only not be open to this sender, nothing is known. */
  private static DeliveryFailure grouped(DeliveryFailure failure, ParsedLetter parsed) {
    boolean blames =
        failure.reason() == BounceReason.DEAD_ADDRESS || failure.reason() == BounceReason.UNKNOWN;
    return blames && FailurePhrases.leaveAGroupOpen(parsed.text(), failure.address())
        ? failure.because(BounceReason.POLICY)
        : failure;
  }

  /** Exim and others list in the header who did not get it. */
  private static List<DeliveryFailure> listed(RawLetter letter, ParsedLetter parsed) {
    String names =
        letter.values("X-Failed-Recipients").stream().limit(1).collect(Collectors.joining());
    String all = names.isBlank() ? reachedFirst(letter, parsed) : names;
    return all.isBlank()
        ? List.of()
        : FreeFormReport.of(parsed.subject(), parsed.text(), Arrays.asList(all.split(",", 100)));
  }

  /** Who was to get it, where a report that names nobody was written on the way there. */
  private static String reachedFirst(RawLetter letter, ParsedLetter parsed) {
    return letter.values(REACHED_FIRST).stream()
        .limit(1)
        .flatMap(v -> MailAddress.parse(v.replaceAll("[<>\\s]", "")).stream())
        .filter(a -> !takesPart(letter, parsed, a))
        .map(MailAddress::toString)
        .collect(Collectors.joining());
  }

  private static boolean takesPart(RawLetter raw, ParsedLetter letter, MailAddress address) {
    Stream<MailAddress> written =
        Stream.of(letter.from(), letter.to(), letter.cc(), letter.replyTo())
            .flatMap(List::stream)
            .map(NamedAddress::address);
    boolean delivered = REACHED.stream().anyMatch(field -> raw.value(field).isPresent());
    Stream<MailAddress> reached =
        Stream.concat(REACHED.stream(), Stream.of(REACHED_FIRST).filter(field -> delivered))
            .flatMap(field -> raw.values(field).stream())
            .flatMap(v -> MailAddress.parse(v.replaceAll("[<>\\s]", "")).stream());
    return Stream.concat(written, reached).anyMatch(address::sameAs);
  }

  private static List<DeliveryFailure> once(List<DeliveryFailure> failures) {
    Map<String, DeliveryFailure> each = new LinkedHashMap<>();
    failures.forEach(f -> each.putIfAbsent(f.address().comparisonForm(), f));
    return List.copyOf(each.values());
  }
}
