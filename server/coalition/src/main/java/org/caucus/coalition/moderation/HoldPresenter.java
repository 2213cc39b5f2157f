package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.actions.mail.ActionMailParser;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.coalition.updates.mail.UpdateMailParser;
import org.caucus.kernel.SeatId;

/** Shows held letters as the API's {@code Hold}. */
public final class HoldPresenter {
  private HoldPresenter() {}

  /** A hold, as one who may read it sees it. */
  public static JsonObject show(HeldLetters.Held state, Hold hold, SeatId reader) {
    JsonObject shown = new JsonObject().put("id", hold.id());
    if (hold.seat() != null) {
      shown.put("seat", hold.seat().value());
    }
    if (hold.by() != null) {
      shown.put("by", hold.by().value());
    }
    if (hold.intent() instanceof MessageTarget.Answer answer) {
      shown.put(
          "under",
          new JsonObject()
              .put("kind", answer.parent().kind().wire())
              .put("id", answer.parent().id()));
    }
    if (hold.posts() != null) {
      shown.put("posts", hold.posts().toString());
    }
    if (hold.unread() != null) {
      shown.put("unread", hold.unread().isReadable() ? "READABLE" : "GIVEN_UP");
    }
    boolean decides = HeldLetters.decides(state, hold, reader);
    if (decides) {
      shown.put("noteFor", HeldLetters.scope(state, hold).audience().wire());
    }
    Scope readers = HeldLetters.readers(state, hold);
    return shown
        .put("audience", readers.audience().wire())
        .put("readers", state.access().count(readers))
        .put("note", hold.note())
        .put("files", files(hold))
        .put("decides", decides)
        .put("own", isOwn(state, hold, reader))
        .put("expires", hold.expires().toString())
        .put("list", hold.address())
        .put("from", hold.sender())
        .put("subject", hold.subject())
        .put("text", asItStands(state, hold))
        .put("awaits", hold.awaits().name())
        .put("reasons", new JsonArray(hold.reasons()))
        .put("at", hold.at().toString())
        .put("state", hold.state().name());
  }

  /**
   * What its author wrote; of an update or an action, what its head says, or leaves to be
   * understood, above it.
   */
  public static String asItStands(HeldLetters.Held state, Hold hold) {
    List<CommandLine> head =
        switch (hold.intent()) {
          case MessageTarget.NewUpdate i ->
              UpdateMailParser.of(Objects.requireNonNullElse(i.asks(), UpdateMailFields.NOTHING));
          case MessageTarget.NewAction i ->
              ActionMailParser.of(
                  Objects.requireNonNullElse(i.asks(), ActionMailFields.NOTHING),
                  state.members()::nameOf);
          default -> List.of();
        };
    return head.isEmpty()
        ? hold.text()
        : head.stream()
                .map(line -> line.key() + ": " + line.value() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + hold.text();
  }

  private static JsonArray files(Hold hold) {
    JsonArray files = new JsonArray();
    if (hold.letter() != null) {
      hold.letter()
          .attachments()
          .forEach(
              a ->
                  files.add(
                      new JsonObject()
                          .put("name", a.name())
                          .put("type", a.type())
                          .put("size", a.size())));
    }
    return files;
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
    ModerationSettings.Rule rule = chosen.rule(list);
    return new JsonObject()
        .put("list", list)
        .put("stopped", chosen.isStopped(list))
        .put("strangers", rule.strangers().name())
        .put("proof", rule.proof().name());
  }
}
