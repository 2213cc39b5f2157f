package org.caucus.messaging.inbound.pipeline.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.coalition.trackers.mail.ChecklistLines;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.guards.AudienceHeaderLine;
import org.caucus.messaging.inbound.pipeline.guards.QuotedTicketRemoval;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Ends a letter that its author sent to this place already, be it posted or held. Of another letter
 * under the same Message-ID its author is asked, whatever proves it: programs give each letter its
 * own, and the person who has one can have its octets read in another way. The same letter goes on
 * to another place, and so does that of somebody else: anyone who has a copy, and sends it on, must
 * not learn from its silence that it stands where they cannot read (R8).
 *
 * <p>What was brought in with an archive proves nothing about who wrote it, and what waits because
 * nothing proves it does not stand for the letter that is proven.
 *
 * @param tickets leads from an answer address to what it answers
 * @param plan how addresses are read
 * @param passed what is cut out of the words that are kept
 */
record Duplicate(
    ReplyTo.Lookup tickets, SenderTrust trust, AddressPlan plan, QuotedTicketRemoval passed)
    implements PipelineStep {
  Duplicate(ReplyTo.Lookup tickets, SenderTrust trust, AddressPlan plan) {
    this(tickets, trust, plan, new QuotedTicketRemoval(plan.domain()));
  }

  /** Updates keep no Message-ID: the same words of the same company are one within this time. */
  static final Duration SAME_UPDATE = Duration.ofHours(24);

  private static final Set<Hold.State> STILL_HERE =
      Set.of(Hold.State.HELD, Hold.State.REFUSED, Hold.State.DISCARDED);

  /** Others may have it still, and send it as if it had not been taken back. */
  private static final Set<Hold.State> TAKEN_BACK =
      Set.of(Hold.State.WITHDRAWN, Hold.State.EXPIRED);

  @Override
  public Next take(PipelineContext arrival) {
    String id = arrival.incoming().letter().messageId().orElse(null);
    boolean known =
        id != null
            && (posted(arrival, id) || held(arrival, id) || update(arrival) || done(arrival, id));
    if (known) {
      return PipelineStep.drop(RefusalMessages.DUPLICATE);
    }
    return PipelineStep.on(
        id != null && arrival.writer().person() != null && isSecond(arrival, id)
            ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.SECOND)
            : arrival);
  }

  /** Whether something else of its author came under its identifier, wherever it is. */
  private boolean isSecond(PipelineContext arrival, String id) {
    Workspace w = arrival.workspace();
    return w.entries()
            .allByMessageId(id)
            .map(e -> Revisions.asPosted(w, e))
            .filter(e -> e.via() == Channel.MAIL && wrote(arrival, e.letter(), e.seat()))
            .anyMatch(e -> !same(arrival, id, e.letter(), e.text()))
        || w.letters().holds().values().stream()
            .filter(h -> isAuthors(arrival, h) && isNamed(h.letter(), id))
            .anyMatch(
                h -> TAKEN_BACK.contains(h.state()) || !same(arrival, id, h.letter(), h.text()))
        || isTakenElsewhere(arrival, id);
  }

  /** Not where its author sent one letter to both: it comes once for each of its addresses. */
  private boolean isTakenElsewhere(PipelineContext arrival, String id) {
    Set<Ref> named = answeredBeside(arrival);
    return ReplayGuard.taken(arrival, id, trust).anyMatch(of -> !named.contains(of));
  }

  /** What is answered at the other addresses that the letter names beside this one. */
  private Set<Ref> answeredBeside(PipelineContext arrival) {
    ParsedLetter letter = arrival.incoming().letter();
    List<MailAddress> named =
        Stream.of(letter.to(), letter.cc())
            .flatMap(List::stream)
            .map(NamedAddress::address)
            .filter(plan::here)
            .toList();
    return named.stream().noneMatch(a -> a.toString().equalsIgnoreCase(arrival.to().address()))
        ? Set.of()
        : named.stream()
            .flatMap(a -> answered(plan.detail(a), arrival.workspace()).stream())
            .collect(Collectors.toSet());
  }

  private static boolean isNamed(@Nullable EntryLetter letter, String id) {
    return letter != null && id.equals(letter.messageId());
  }

  private boolean posted(PipelineContext arrival, String id) {
    Workspace w = arrival.workspace();
    return w.entries()
        .allByMessageId(id)
        .map(e -> Revisions.asPosted(w, e))
        .anyMatch(
            e ->
                e.via() != Channel.ARCHIVE
                    && same(arrival, id, e.letter(), e.text())
                    && wrote(arrival, e.letter(), e.seat())
                    && at(w, e, arrival));
  }

  private boolean at(Workspace w, Entry entry, PipelineContext arrival) {
    Ref to = arrival.to().thing();
    Ref parent = entry.parent();
    return switch (to.kind()) {
      case LIST ->
          parent.kind() == Ref.Kind.THREAD
              && w.lists().thread(parent.id()).stream().anyMatch(t -> t.isOrWasOn(to.id()));
      case TRACKER ->
          parent.kind() == Ref.Kind.ISSUE
              && w.issues().find(parent.id()).stream().anyMatch(i -> i.tracker().equals(to.id()));
      case INSTRUMENT -> parent.kind() == Ref.Kind.ISSUE;
      default ->
          AddressPlan.isOpening(arrival.to().detail())
              ? isPlan(w, entry) || isConversation(w, entry, arrival)
              : answered(arrival).equals(Optional.of(parent));
    };
  }

  /** Whether it is the letter by which an action was planned. */
  private static boolean isPlan(Workspace w, Entry entry) {
    return entry.parent().kind() == Ref.Kind.ACTION
        && w.actions().find(entry.parent().id()).stream()
            .anyMatch(a -> a.plannedAt().equals(entry.at()));
  }

  /** Whether it is the letter by which a conversation was begun, or one that answered in it. */
  private static boolean isConversation(Workspace w, Entry entry, PipelineContext arrival) {
    return ConversationPeople.isAt(arrival)
        && entry.parent().kind() == Ref.Kind.THREAD
        && w.lists().thread(entry.parent().id()).stream().anyMatch(Thread::isConversation);
  }

  /** What an answer address leads to; empty for any other. */
  private Optional<Ref> answered(PipelineContext arrival) {
    return answered(arrival.to().plain(), arrival.workspace());
  }

  private Optional<Ref> answered(String detail, Workspace workspace) {
    return detail.startsWith(AddressPlan.REPLY)
        ? tickets.open(detail.substring(AddressPlan.REPLY.length()), workspace).map(ReplyTo::parent)
        : Optional.empty();
  }

  private boolean done(PipelineContext arrival, String id) {
    Optional<Ref> answered = answered(arrival);
    boolean opens = AddressPlan.isOpening(arrival.to().plain());
    return (opens || answered.isPresent())
        && ReplayGuard.taken(arrival, id, trust)
            .anyMatch(of -> opens ? isOpened(arrival, of) : answered.get().equals(of));
  }

  /** Whether it is of those that letters to this address open. */
  private static boolean isOpened(PipelineContext arrival, Ref thing) {
    return Capabilities.isOpened(arrival.to().thing(), arrival.to().plain(), thing.kind());
  }

  private boolean held(PipelineContext arrival, String id) {
    return arrival.workspace().letters().holds().values().stream()
        // what was taken back, or waited in vain, can be sent again
        .filter(h -> STILL_HERE.contains(h.state()))
        .filter(h -> h.address().equalsIgnoreCase(arrival.to().address()))
        .filter(h -> isAuthors(arrival, h))
        .filter(h -> same(arrival, id, h.letter(), h.text()))
        .anyMatch(h -> !h.unproven() || !trust.proves(arrival.incoming(), arrival.to().address()));
  }

  private static boolean isAuthors(PipelineContext arrival, Hold hold) {
    return hold.sender().equalsIgnoreCase(author(arrival)) || sits(arrival, hold.seat());
  }

  /**
   * Whether an entry is of the person who wrote this: a member, or a stranger whom somebody let in.
   */
  private static boolean wrote(PipelineContext arrival, @Nullable EntryLetter letter, SeatId seat) {
    String from = letter == null ? null : letter.from();
    return from == null
        ? sits(arrival, seat)
        : EntryLetter.addressOf(from).equalsIgnoreCase(author(arrival));
  }

  /** Whether the author of this letter has a seat, or had it. */
  static boolean sits(PipelineContext arrival, @Nullable SeatId id) {
    Seat seat = id == null ? null : arrival.workspace().members().seats().get(id);
    return seat != null
        && (seat.person().equals(arrival.writer().person())
            || seat.person().equals(arrival.writer().former()));
  }

  private static String author(PipelineContext arrival) {
    return arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
  }

  private boolean update(PipelineContext arrival) {
    if (arrival.to().thing().kind() != Ref.Kind.ORGANISATION) {
      return false;
    }
    Workspace w = arrival.workspace();
    List<Update> updates = List.copyOf(w.updates().byId().values());
    Instant now = arrival.incoming().received();
    return updates.stream()
        .filter(u -> u.via() == Channel.MAIL && u.company().equals(arrival.to().thing().id()))
        .filter(u -> sits(arrival, u.seat()))
        .filter(u -> Duration.between(u.at(), now).compareTo(SAME_UPDATE) < 0)
        .anyMatch(
            u ->
                u.title().equals(arrival.incoming().letter().subject().strip())
                    && saysSame(u.body(), arrival));
  }

  private boolean same(
      PipelineContext arrival, String id, @Nullable EntryLetter letter, String text) {
    return letter != null
        && id.equals(letter.messageId())
        && saysSame(text, arrival)
        && letter.attachments().equals(arrival.incoming().kept().attachments());
  }

  /** Lines that asked for something, and a signature, do not stand in what it became. */
  private boolean saysSame(String posted, PipelineContext arrival) {
    String kept = passed.kept(posted); // some of what waits was not cut yet
    return Stream.of(arrival.text(), AudienceHeaderLine.rest(arrival))
        .map(passed::kept)
        .flatMap(text -> Stream.of(text, ReplyText.unsigned(text)))
        .flatMap(text -> Stream.of(text, ChecklistLines.without(text)))
        .anyMatch(text -> isHeaded(kept, TextLimit.cut(text)));
  }

  private static boolean isHeaded(String posted, String text) {
    return text.equals(posted)
        || (text.endsWith(posted) && isHead(text.substring(0, text.length() - posted.length())));
  }

  private static boolean isHead(String lines) {
    return lines.lines().allMatch(line -> line.isBlank() || line.indexOf(':') > 0);
  }
}
