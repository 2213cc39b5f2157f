package org.caucus.audiences;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.caucus.audiences.Foresight.Kind;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Audience;

/**
 * {@code /audience}, {@code /entries/{id}/release} and {@code /recall}: what a change of audience
 * would do, and the change itself.
 */
public final class ChangeRoutes implements Routes {
  private final Floor<? extends Audiences.Held> floor;
  private final Received received;

  /** Routes on this floor. */
  public ChangeRoutes(Floor<? extends Audiences.Held> floor, Received received) {
    this.floor = floor;
    this.received = received;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("previewAudience", this::preview);
    operations.on("changeAudience", this::change);
    operations.on("releaseEntry", this::release);
    operations.on("recall", this::recall);
  }

  private Answer preview(Call call) {
    Audiences.Held state = floor.read(call.workspace()).await();
    Ref of = ref(call.query("of").orElse(""));
    Audience to =
        call.query("to").map(Audience::parse).orElseGet(() -> widest(state, of, call.seat()));
    Foresight foreseen = Foresight.of(state, of, to, call.seat());
    return Answer.ok(AudiencePresenter.show(state, foreseen, holders(call, foreseen)));
  }

  /** Those outside who were sent it by mail; nobody is outside of what is widened. */
  private List<SeatId> holders(Call call, Foresight foreseen) {
    return foreseen.kind() == Kind.NARROW
        ? received.of(call.workspace(), foreseen.thing().ref(), call.seat()).stream()
            .filter(foreseen::outside)
            .sorted(Comparator.comparing(SeatId::value))
            .toList()
        : List.of();
  }

  private Answer change(Call call) {
    Ref of = ref(call.body().getString("of"));
    Audience to = Audience.parse(call.body().getString("to"));
    return act(call, of, to);
  }

  private Answer release(Call call) {
    Audiences.Held state = floor.read(call.workspace()).await();
    Ref of = Ref.to(Ref.Kind.ENTRY, call.path("id"));
    return act(call, of, widest(state, of, call.seat()));
  }

  /** Who holds a copy is asked again when it is closed: none leaves after that. */
  private Answer recall(Call call) {
    Ref of = ref(call.body().getString("of"));
    AudienceCommand command = new AudienceCommand.Recall(of, mailed(call, of));
    Committed done = call.submit(floor, command).await();
    Audiences.Held state = floor.read(call.workspace()).await();
    return Answer.json(
        201,
        new JsonObject()
            .put("id", done.thing())
            .put("position", done.position())
            .put("received", AudiencePresenter.seats(state.members(), mailed(call, of))));
  }

  private List<SeatId> mailed(Call call, Ref of) {
    Audiences.Held state = floor.read(call.workspace()).await();
    Ref whole = Recall.with(state, of, call.seat());
    return received.of(call.workspace(), whole, call.seat()).stream()
        .filter(s -> !s.equals(call.seat()))
        .sorted(Comparator.comparing(SeatId::value))
        .toList();
  }

  private Answer act(Call call, Ref of, Audience to) {
    Audiences.Held state = floor.read(call.workspace()).await();
    // what it would do is asked for who holds a copy; the decider asks again whether it still does
    List<SeatId> holders = again(call, state, of, to);
    AudienceCommand command =
        new AudienceCommand.Change(of, to, call.body().getString("token"), holders);
    return Answer.accepted(201, call.submit(floor, command).await());
  }

  /** A repeated request finds the thing changed already: then its key answers, not this. */
  private List<SeatId> again(Call call, Audiences.Held state, Ref of, Audience to) {
    try {
      return holders(call, Foresight.of(state, of, to, call.seat()));
    } catch (Refused no) {
      return List.of();
    }
  }

  /** What an entry hangs on, or a thing its place: as far as it can go. */
  private static Audience widest(Audiences.Held state, Ref of, SeatId reader) {
    if (of.kind() == Ref.Kind.ENTRY) {
      Entry entry = state.entries().find(of.id()).orElseThrow(Refused::absent);
      return state.scopeOf(entry.parent()).orElseThrow(Refused::absent).audience();
    }
    return Thing.of(state, of, reader).container().audience();
  }

  private static Ref ref(String named) {
    int colon = named.indexOf(':');
    try {
      Ref.Kind kind =
          Ref.Kind.valueOf(named.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT));
      return Ref.to(kind, named.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("of", "Say of what, such as thread:ID, issue:COP-12 or entry:ID.");
    }
  }
}
