package org.caucus.notices;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.answers.AnswerLimit;
import org.caucus.answers.LastAnswer;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.Automation;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.caucus.email.text.HeaderText;
import org.caucus.entries.Letter;
import org.caucus.heads.Reading;
import org.caucus.letters.Denied;
import org.caucus.letters.Hold;
import org.caucus.letters.LetterEvent;
import org.caucus.letters.Letters;
import org.caucus.log.BlobId;
import org.caucus.log.Blobs;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.moderation.HoldCodes;
import org.caucus.notices.waiting.HoldMail;
import org.caucus.notices.waiting.HoldNews;
import org.caucus.notices.waiting.HoldWords;
import org.caucus.relay.Current;
import org.caucus.relay.ListHeaders;
import org.caucus.relay.SeatAddresses;
import org.caucus.relay.Site;
import org.caucus.relay.bare.BareLetter;
import org.caucus.words.Language;
import org.caucus.words.Told;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what became of their letters: it waits, it was refused, it was turned away (RFC
 * 3834). Nothing is quoted, machines get no answer, nobody gets more than {@link
 * AnswerLimit#PER_DAY} a day, and all strangers together no more than {@link
 * AnswerLimit#ALL_PER_DAY}.
 */
public final class LetterAnswers implements Composer {
  static final String KIND = "letter.answer";

  private final Floor<Workspace> floor;
  private final Blobs blobs;
  private final Site site;
  private final HoldCodes codes;
  private final InstantSource clock;
  private final AnswerLimit limit;
  private final SeatAddresses addresses;

  /**
   * The composer of {@code letter.answer}.
   *
   * @param limit of all answers there are
   */
  public LetterAnswers(
      Floor<Workspace> floor,
      Blobs blobs,
      SeatAddresses addresses,
      Site site,
      HoldCodes codes,
      AnswerLimit limit,
      InstantSource clock) {
    this.addresses = addresses;
    this.floor = floor;
    this.blobs = blobs;
    this.site = site;
    this.codes = codes;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  private record Answer(
      String subject, String text, String address, @Nullable String blob, @Nullable String id) {
    /** Without the words of the letter. */
    Answer bare() {
      return new Answer("", text, address, blob, id);
    }
  }

  /**
   * Where mail holds no words, an answer repeats no subject, and says nothing in a person's words.
   */
  private static boolean isBare(Workspace state, Parcel parcel) {
    Event event = Current.event(state, parcel);
    // where a letter that was refused wanted to go is not always known: the barest of here holds
    if (event instanceof LetterEvent.LetterRefused) {
      return state.lists().content().withholds();
    }
    Scope scope =
        HoldNews.of(state, event)
            .map(n -> Letters.readers(state, n.hold()))
            .orElse(Scope.place(Audience.everyone()));
    return BareLetter.isAskedFor(state, scope);
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    WorkspaceId workspace = Objects.requireNonNull(parcel.workspace());
    Workspace state = Current.of(floor, parcel);
    Optional<MailAddress> to = MailAddress.parse(recipient);
    Words words = new Words(to.map(a -> addresses.language(a).await()).orElse(Language.ENGLISH));
    Optional<Answer> answer =
        answer(state, parcel, words).map(a -> isBare(state, parcel) ? a.bare() : a);
    if (to.isEmpty() || answer.isEmpty() || isOurs(to.get()) || isDenied(state, parcel)) {
      return Optional.empty();
    }
    int left = isAutomatic(workspace, answer.get(), to.get()) ? -1 : left(state, parcel, to.get());
    if (left < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Outgoing.Composed(
            state.members().slug(),
            to.get(),
            letter(state, parcel, answer.get(), to.get(), words, left)));
  }

  private int left(Workspace state, Parcel parcel, MailAddress to) {
    return limit.left(
        to,
        isProven(state, Current.event(state, parcel)),
        parcel.id(),
        clock.instant(),
        () -> isMember(state, to));
  }

  /** Whether the domain of the person who would be answered says that they did not write. */
  private static boolean isDenied(Workspace state, Parcel parcel) {
    Event event = Current.event(state, parcel);
    return event instanceof LetterEvent.LetterRefused refused
        ? Denied.isSaid(refused.reasons())
        : HoldNews.of(state, event).filter(n -> Denied.isSaid(n.hold().reasons())).isPresent();
  }

  /** Whether something but its From line says who wrote the letter. */
  private static boolean isProven(Workspace state, Event event) {
    return event instanceof LetterEvent.LetterRefused refused
        ? Boolean.TRUE.equals(refused.proven())
        : HoldNews.of(state, event)
            .filter(n -> n.hold().seat() != null && !n.hold().unproven())
            .isPresent();
  }

  private boolean isMember(Workspace state, MailAddress address) {
    List<String> persons = state.members().active().stream().map(Seat::person).distinct().toList();
    return addresses.of(persons).await().values().stream()
        .flatMap(at -> at.every().stream())
        .anyMatch(address::sameAs);
  }

  private Optional<Answer> answer(Workspace state, Parcel parcel, Words words) {
    return switch (Current.event(state, parcel)) {
      case LetterEvent.LetterHeld e ->
          hold(state, e.id()).filter(Hold::open).map(h -> about(h, received(state, h, words)));
      case LetterEvent.HoldRefused e ->
          turnedAway(state, e.id(), isBare(state, parcel) ? "" : e.note(), words);
      case LetterEvent.HoldDiscarded e -> turnedAway(state, e.id(), "", words);
      case LetterEvent.HoldExpired e ->
          hold(state, e.id()).map(h -> about(h, holds(words).tooLate(h.address())));
      case LetterEvent.HoldWithdrawn e ->
          hold(state, e.id()).map(h -> about(h, holds(words).takenBack(h.address())));
      case LetterEvent.LetterRefused e ->
          Optional.of(
              new Answer(
                  e.subject(),
                  refused(e, isBare(state, parcel), words),
                  e.address(),
                  null,
                  e.messageId()));
      default -> Optional.empty();
    };
  }

  private String received(Workspace state, Hold hold, Words words) {
    return holds(words).received(hold.address())
        + holds(words).withdraw(codes.ofSender(state.id(), hold));
  }

  /** Where mail is to hold no words, the rules alone: no lines of the letter, no names. */
  private String refused(LetterEvent.LetterRefused event, boolean bare, Words words) {
    List<String> reasons = bare ? rules(event.reasons(), words) : event.reasons();
    return event.address().endsWith("+" + HoldCodes.DETAIL + "@" + site.domain())
        ? holds(words).decidedNothing(reasons)
        : words.refused(event.address(), reasons);
  }

  private static List<String> rules(List<String> reasons, Words words) {
    List<String> rules =
        reasons.stream()
            .filter(r -> !r.startsWith(Reading.AGAIN))
            .flatMap(r -> Told.ofNobody(r).stream())
            .map(String::strip)
            .toList();
    return rules.isEmpty() ? List.of(words.notTold()) : rules;
  }

  private static HoldWords holds(Words words) {
    return new HoldWords(words.language());
  }

  private static Optional<Hold> hold(Workspace state, String id) {
    return state.letters().find(id);
  }

  private static Optional<Answer> turnedAway(Workspace state, String id, String note, Words words) {
    return hold(state, id).map(h -> about(h, holds(words).turnedAway(h.address(), note)));
  }

  private static Answer about(Hold hold, String text) {
    Letter letter = hold.letter();
    return letter == null
        ? new Answer(hold.subject(), text, hold.address(), null, null)
        : new Answer(hold.subject(), text, hold.address(), letter.blob(), letter.messageId());
  }

  /** Answering one of our own addresses would be a circle. */
  private boolean isOurs(MailAddress address) {
    return address.asciiDomain().equalsIgnoreCase(site.domain());
  }

  private boolean isAutomatic(WorkspaceId workspace, Answer answer, MailAddress sender) {
    // of a refused letter only the sender is known here; the inbox has looked at the rest
    byte[] letter =
        answer.blob() == null
            ? ("From: <" + sender + ">\r\n\r\n").getBytes(StandardCharsets.UTF_8)
            : blobs.get(workspace, new BlobId(answer.blob())).await();
    return Automation.of(RawLetter.of(letter), sender).isPresent();
  }

  private Composition letter(
      Workspace state, Parcel parcel, Answer answer, MailAddress to, Words words, int left) {
    String slug = state.members().slug();
    List<Header> headers = ListHeaders.answering(site, answer.id());
    headers.add(ListHeaders.language(words.language()));
    if (Current.event(state, parcel) instanceof LetterEvent.LetterHeld) {
      headers.add(HoldMail.answersTo(site, state));
    }
    return new Composition(
        NamedAddress.of(site.address(slug + "+help")),
        NamedAddress.of(to),
        words.answerSubject(HeaderText.clean(answer.subject())),
        parcel.id() + "@" + site.domain(),
        Current.commit(state, parcel).at(),
        LastAnswer.below(answer.text(), left, words.language()),
        headers);
  }
}
