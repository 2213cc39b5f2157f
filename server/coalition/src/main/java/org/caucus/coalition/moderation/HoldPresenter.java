package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows held letters as the API's {@code Hold}. */
public final class HoldPresenter {
  private static final JsonFields<Shown> HOLD =
      JsonFields.of(
          "Hold",
          Shown.class,
          "id seat by under posts unread noteFor audience readers note files decides own expires"
              + " list:address from:sender subject text awaits reasons:inEnglish reasonCodes at"
              + " state");
  private static final JsonFields<EntryLetter.Attachment> FILE =
      JsonFields.of("Hold.files", EntryLetter.Attachment.class, "name type size");
  private static final JsonFields<Rule> RULE =
      JsonFields.of("ListModeration", Rule.class, "list stopped chosen.strangers chosen.proof");

  private HoldPresenter() {}

  private record Shown(
      Hold hold,
      @Nullable Ref under,
      @Nullable String unread,
      @Nullable Audience noteFor,
      Audience audience,
      int readers,
      JsonArray files,
      JsonArray reasonCodes,
      boolean decides,
      boolean own,
      String text) {}

  private record Rule(String list, boolean stopped, ModerationSettings.Rule chosen) {}

  /** A hold, as one who may read it sees it. */
  public static JsonObject show(HeldLetters.Held state, Hold hold, SeatId reader) {
    Scope readers = HeldLetters.readers(state, hold);
    boolean decides = HeldLetters.decides(state, hold, reader);
    return HOLD.json(
        new Shown(
            hold,
            hold.intent() instanceof LetterReply answer ? answer.parent() : null,
            hold.unread() == null ? null : hold.unread().isReadable() ? "READABLE" : "GIVEN_UP",
            decides ? HeldLetters.scope(state, hold).audience() : null,
            readers.audience(),
            state.access().count(readers),
            FILE.all(hold.letter() == null ? List.of() : hold.letter().attachments()),
            codes(hold),
            decides,
            isOwn(state, hold, reader),
            asItStands(state, hold)));
  }

  /** Why it waits, as programs read it. */
  private static JsonArray codes(Hold hold) {
    JsonArray codes = new JsonArray();
    hold.reasons().forEach(why -> codes.add(MessageJson.of(why)));
    return codes;
  }

  /**
   * What its author wrote; of an update or an action, what its head says, or leaves to be
   * understood, above it.
   */
  public static String asItStands(HeldLetters.Held state, Hold hold) {
    List<CommandLine> head = state.mail(hold.intent()).head();
    return head.isEmpty()
        ? hold.text()
        : head.stream()
                .map(line -> line.key() + ": " + line.value() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + hold.text();
  }

  /** Whether it is of this seat, or of one it took over from. */
  private static boolean isOwn(HeldLetters.Held state, Hold hold, SeatId reader) {
    return hold.seat() != null && state.members().line(reader).contains(hold.seat());
  }

  /** The open holds this seat is asked about, oldest first. */
  public static List<Hold> open(HeldLetters.Held state, SeatId reader) {
    return readable(state, reader).stream()
        .filter(h -> HeldLetters.decides(state, h, reader))
        .toList();
  }

  /** The open holds this seat is asked about or wrote, oldest first. */
  public static List<Hold> readable(HeldLetters.Held state, SeatId reader) {
    return state.letters().holds().values().stream()
        .filter(Hold::open)
        .filter(h -> state.access().canRead(reader, HeldLetters.scope(state, h)))
        .sorted(Comparator.comparing(Hold::at))
        .toList();
  }

  /**
   * Who is asked before something is posted: on the lists this seat can read; of seats, all for
   * convenors, and for everyone else their own.
   */
  public static JsonObject moderation(HeldLetters.Held state, SeatId reader) {
    state.access().mustBeActive(reader);
    ModerationSettings chosen = state.letters().moderation();
    JsonArray lists = new JsonArray();
    state.lists().lists().values().stream()
        .filter(l -> state.access().canRead(reader, l.scope()))
        .sorted(Comparator.comparing(MailingList::slug))
        .forEach(l -> lists.add(show(chosen, l.slug())));
    JsonArray seats = new JsonArray();
    state.members().active().stream()
        .map(Seat::id)
        .filter(chosen::isModerated)
        .filter(s -> s.equals(reader) || state.members().isConvenor(reader))
        .forEach(s -> seats.add(s.value()));
    return new JsonObject().put("lists", lists).put("seats", seats);
  }

  private static JsonObject show(ModerationSettings chosen, String list) {
    return RULE.json(new Rule(list, chosen.isStopped(list), chosen.rule(list)));
  }
}
