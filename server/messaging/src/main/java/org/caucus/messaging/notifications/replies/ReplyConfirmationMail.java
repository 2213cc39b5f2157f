package org.caucus.messaging.notifications.replies;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.ActionTimeFormat;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.reactions.ReactionEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.FinalReplyNotice;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Confirms a word that came by mail, to its author alone (RFC 3834): what stands now, and how to
 * change it. Nothing is quoted; who may not read the thing any more, or wants no echoes, gets none.
 */
public final class ReplyConfirmationMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "letter.word";

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("word");
  private static final MessageCatalogue NOTICES = MessageCatalogue.of("notices");

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final AutoReplyLimit limit;
  private final InstantSource clock;

  /**
   * The composer of {@code letter.word}.
   *
   * @param limit of all answers there are
   */
  public ReplyConfirmationMail(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      Unsubscribe unsubscribe,
      Site site,
      AutoReplyLimit limit,
      InstantSource clock) {
    this.floor = floor;
    this.addresses = addresses;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = BatchState.of(floor, parcel);
    Commit commit = BatchState.commit(state, parcel);
    Event event = BatchState.event(state, parcel);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (!(event instanceof LetterEvent.WordTaken word)
        || seat == null
        || !state.lists().echoes(seat.id())) {
      return Optional.empty();
    }
    Optional<Scope> scope =
        state.scopeOf(word.of()).filter(s -> state.access().canRead(seat.id(), s));
    return scope.isEmpty()
        ? Optional.empty()
        : addresses
            .mailboxes(seat.person())
            .await()
            .flatMap(
                at -> {
                  int left = limit.left(at.receiving(), parcel.id(), clock.instant());
                  return left < 0
                      ? Optional.empty()
                      : letter(state, parcel, commit, word, seat, scope.get(), at, left);
                });
  }

  private Optional<OutgoingMail> letter(
      Workspace state,
      DeliveryBatch parcel,
      Commit commit,
      LetterEvent.WordTaken word,
      Seat seat,
      Scope scope,
      Mailboxes at,
      int left) {
    Language language = at.language();
    String page = ContentFreeMail.page(word.of());
    if (ContentFreeMail.isAskedFor(state, scope)) {
      return Optional.of(
          new ContentFreeMail(site, unsubscribe, language)
              .of(state, at.receiving(), seat.id(), page, parcel.id(), commit.at(), ""));
    }
    String slug = state.members().slug();
    String subject = HeaderText.clean(title(state, word.of()));
    var reader =
        SystemMail.Recipient.member(
            state,
            seat.id(),
            new NamedAddress(HeaderText.clean(seat.name()), at.receiving()),
            language);
    SystemMail letter =
        SystemMail.answering(site, slug + "+notices", reader, word.letter())
            .with(unsubscribe.headers(slug, "", seat.id()));
    return text(state, commit, word, seat, language)
        .map(text -> FinalReplyNotice.below(text + site.page(slug, page) + "\n", left, language))
        .map(
            text ->
                letter.write(
                    parcel.id(),
                    commit.at(),
                    PHRASES.say(language, "subject", Map.of("subject", subject)),
                    text))
        .map(written -> new OutgoingMail.Composed(slug, at.receiving(), written));
  }

  /** What stands now, of what the word was about; empty if it was undone meanwhile. */
  private static Optional<String> text(
      Workspace state, Commit commit, LetterEvent.WordTaken word, Seat seat, Language language) {
    boolean wish = commit.events().stream().anyMatch(e -> e instanceof ListEvent.ThingChosen);
    String title = title(state, word.of());
    Optional<String> opened = opened(state, commit, word.of(), language);
    if (opened.isPresent()) {
      return opened;
    }
    Optional<String> answered =
        Capabilities.confirmed(
            state,
            commit,
            word.of(),
            seat.id(),
            scope -> Readership.of(language, state, scope),
            language);
    if (answered.isPresent()) {
      return answered;
    }
    if (wish) {
      ThreadPreference chosen = state.lists().habits().wish(seat.id(), word.of());
      return Optional.of(PHRASES.say(language, chosen.name(), Map.of("title", title)));
    }
    if (commit.events().stream().anyMatch(e -> e instanceof UpdateEvent.UpdateAcknowledged)) {
      String organisation = state.members().organisationOf(seat).name();
      return Optional.of(
          PHRASES.say(language, "READ", Map.of("title", title, "organisation", organisation)));
    }
    for (Event event : commit.events()) {
      if (event instanceof ListEvent.ConversationLeft) {
        return Optional.of(PHRASES.say(language, "LEFT", Map.of("title", title)));
      }
      if (event instanceof ReactionEvent.ReactionAdded e) {
        return Optional.of(
            PHRASES.say(language, "reacted." + e.reaction(), Map.of("title", title)));
      }
    }
    Optional<String> course = course(state, commit, title, language);
    if (course.isPresent()) {
      return course;
    }
    if (commit.events().stream().anyMatch(e -> e instanceof ActionEvent.MinutesWritten)) {
      return Optional.of(PHRASES.say(language, "minutes", Map.of("title", title)));
    }
    for (Event event : commit.events()) {
      if (event instanceof ActionEvent.ReplyRecorded e) {
        return Optional.of(
            PHRASES.say(
                language,
                "agency",
                Map.of("title", title, "day", LocalFormats.day(language, e.reply().on()))));
      }
    }
    if (commit.events().stream().anyMatch(e -> e instanceof ActionEvent.ActionDetailed)) {
      return Optional.of(agenda(state, commit, word.of(), seat, title, language));
    }
    boolean comes =
        commit.events().stream()
            .anyMatch(e -> e instanceof ActionEvent.Committed || e instanceof ActionEvent.Answered);
    if (!comes) {
      return ActionConfirmation.of(state, word.of(), title, language);
    }
    Optional<Action> action = state.actions().find(word.of().id());
    return commit.events().stream().anyMatch(e -> e instanceof ActionEvent.Committed)
        ? action.flatMap(a -> ours(state, a, seat).map(c -> taken(a, c, title, language)))
        : action.flatMap(
            a ->
                Optional.ofNullable(a.presence().answers().get(seat.id().value()))
                    .map(rsvp -> said(a, rsvp, title, language)));
  }

  /** Of what a letter opened. */
  private static Optional<String> opened(
      Workspace state, Commit commit, Ref thing, Language language) {
    return state
        .scopeOf(thing)
        .map(scope -> Readership.of(language, state, scope))
        .flatMap(readers -> Capabilities.confirmation(state, commit, thing, readers, language));
  }

  private static String agenda(
      Workspace state, Commit commit, Ref of, Seat seat, String title, Language language) {
    String before = agendaBefore(state, commit, of.id(), seat);
    return before.isEmpty()
        ? PHRASES.say(language, "agenda", Map.of("title", title))
        : PHRASES.say(language, "agenda-replaced", Map.of("title", title, "before", before));
  }

  /** The agenda whose place another took; empty if there was none that this seat may know of. */
  private static String agendaBefore(Workspace state, Commit now, String action, Seat seat) {
    for (int i = Math.toIntExact(now.sequence()) - 2; i >= 0; i--) {
      Commit commit = state.history().get(i);
      for (Event event : commit.events().reversed()) {
        if (event instanceof ActionEvent.ActionDetailed e && e.id().equals(action)) {
          return state.mayKnow(commit, event, seat.id()) ? e.details().agenda().strip() : "";
        }
      }
    }
    return "";
  }

  /** What became of an update of theirs, and who reads that; under its terms. */
  private static Optional<String> course(
      Workspace state, Commit commit, String title, Language language) {
    for (Event event : commit.events()) {
      Optional<String> said =
          switch (event) {
            case UpdateEvent.UpdateCorrected e ->
                Optional.of(became(state, e.id(), "corrected", title, e.note(), language));
            case UpdateEvent.StageReached e -> {
              String stage = EnumNames.within(language, e.stage());
              String note = e.note().isBlank() ? stage : stage + "\n\n" + e.note();
              yield Optional.of(became(state, e.id(), "staged", title, note, language));
            }
            case UpdateEvent.UpdateRetracted e ->
                Optional.of(became(state, e.id(), "retracted", title, e.reason(), language));
            default -> Optional.empty();
          };
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  private static String became(
      Workspace state, String id, String way, String title, String why, Language language) {
    Update update = state.updates().find(id).orElseThrow();
    String note = why.isBlank() ? "" : "\n\n" + why;
    String terms = EnumNames.within(language, update.attribution());
    return PHRASES.say(
        language,
        way,
        Map.of(
            "title",
            title + note,
            "audience",
            Readership.of(language, state, update.scope()),
            "terms",
            NOTICES.say(language, "terms", Map.of("attribution", terms))));
  }

  /** What their organisation says now, as far as they can read it. */
  private static Optional<Commitment> ours(Workspace state, Action action, Seat seat) {
    return Optional.ofNullable(action.commitments().get(seat.organisation()))
        .filter(c -> state.access().canRead(seat.id(), action.scope().holds(c.audience(), c.at())));
  }

  private static String said(Action action, Rsvp rsvp, String title, Language language) {
    String comes = PHRASES.say(language, "comes." + rsvp.answer());
    return PHRASES.say(
        language,
        "change",
        Map.of("said", comes, "title", title, "when", ActionTimeFormat.when(action, language)));
  }

  private static String taken(Action action, Commitment word, String title, Language language) {
    String takes = PHRASES.say(language, "takes-part." + word.answer());
    String note = word.note().isBlank() ? "" : "\n" + word.note();
    return PHRASES.say(
        language,
        "change-ours",
        Map.of(
            "said", takes, "title", title + note, "when", ActionTimeFormat.when(action, language)));
  }

  private static String title(Workspace state, Ref of) {
    return switch (of.kind()) {
      case THREAD, ISSUE, UPDATE, ACTION, POLL, REVIEW ->
          state.item(of).map(Item::title).orElse("");
      default -> "";
    };
  }
}
