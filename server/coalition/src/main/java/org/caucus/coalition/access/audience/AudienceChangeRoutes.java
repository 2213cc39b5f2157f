package org.caucus.coalition.access.audience;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceChangePreview.Kind;
import org.caucus.coalition.entries.Entry;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * {@code /audience}, {@code /entries/{id}/release} and {@code /recall}: what a change of audience
 * would do, and the change itself.
 */
public final class AudienceChangeRoutes implements Routes {
  private final CommandBus<? extends AudienceHistory.Held> floor;
  private final CopyHolders received;

  /** Routes on this floor. */
  public AudienceChangeRoutes(
      CommandBus<? extends AudienceHistory.Held> floor, CopyHolders received) {
    this.floor = floor;
    this.received = received;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("previewAudience", this::preview);
    operations.on("changeAudience", this::change);
    operations.on("releaseEntry", this::release);
    operations.on("recallPost", this::recall);
    operations.on("addToConversation", this::add);
  }

  private ApiResponse preview(ApiRequest call) {
    AudienceHistory.Held state = floor.read(call.workspace()).await();
    Ref of = ref(call.query("of").orElse(""));
    Audience to =
        call.query("to").map(Audience::parse).orElseGet(() -> widest(state, of, call.seat()));
    AudienceChangePreview foreseen = AudienceChangePreview.of(state, of, to, call.seat());
    return ApiResponse.ok(AudiencePreviewPresenter.show(state, foreseen, holders(call, foreseen)));
  }

  /** Those outside who were sent it by mail; nobody is outside of what is widened. */
  private List<SeatId> holders(ApiRequest call, AudienceChangePreview foreseen) {
    return foreseen.kind() == Kind.NARROW
        ? received.of(call.workspace(), foreseen.thing().ref(), call.seat()).stream()
            .filter(foreseen::outside)
            .sorted(Comparator.comparing(SeatId::value))
            .toList()
        : List.of();
  }

  private ApiResponse change(ApiRequest call) {
    Ref of = ref(call.body().getString("of"));
    Audience to = Audience.parse(call.body().getString("to"));
    return act(call, of, to);
  }

  private ApiResponse release(ApiRequest call) {
    AudienceHistory.Held state = floor.read(call.workspace()).await();
    Ref of = Ref.to(Ref.Kind.ENTRY, call.path("id"));
    return act(call, of, widest(state, of, call.seat()));
  }

  /** Who holds a copy is asked again when it is closed: none leaves after that. */
  private ApiResponse recall(ApiRequest call) {
    Ref of = ref(call.body().getString("of"));
    AudienceCommand command = new AudienceCommand.Recall(of, mailed(call, of));
    Committed done = call.submit(floor, command).await();
    AudienceHistory.Held state = floor.read(call.workspace()).await();
    return ApiResponse.json(
        201,
        new JsonObject()
            .put("id", done.thing())
            .put("position", done.position())
            .put("received", AudiencePreviewPresenter.seats(state.members(), mailed(call, of))));
  }

  private List<SeatId> mailed(ApiRequest call, Ref of) {
    AudienceHistory.Held state = floor.read(call.workspace()).await();
    Ref whole = PostRecall.with(state, of, call.seat());
    return received.of(call.workspace(), whole, call.seat()).stream()
        .filter(s -> !s.equals(call.seat()))
        .sorted(Comparator.comparing(SeatId::value))
        .toList();
  }

  private ApiResponse act(ApiRequest call, Ref of, Audience to) {
    AudienceHistory.Held state = floor.read(call.workspace()).await();
    // what it would do is asked for who holds a copy; the decider asks again whether it still does
    List<SeatId> holders = again(call, state, of, to);
    AudienceCommand command =
        new AudienceCommand.Change(of, to, call.body().getString("token"), holders);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  /** A repeated request finds the thing changed already: then its key answers, not this. */
  private List<SeatId> again(ApiRequest call, AudienceHistory.Held state, Ref of, Audience to) {
    try {
      return holders(call, AudienceChangePreview.of(state, of, to, call.seat()));
    } catch (Refusal no) {
      return List.of();
    }
  }

  /** What an entry hangs on, or a thing its place: as far as it can go. */
  private static Audience widest(AudienceHistory.Held state, Ref of, SeatId reader) {
    if (of.kind() == Ref.Kind.ENTRY) {
      Entry entry = state.entries().find(of.id()).orElseThrow(Refusal::absent);
      return widest(entry, state.placeOf(entry.parent()).orElseThrow(Refusal::absent).audience());
    }
    return AudienceSubject.of(state, of, reader).container().audience();
  }

  /** A person who left a conversation keeps what they could read, and gains nothing. */
  private static Audience widest(Entry entry, Audience place) {
    if (!(entry.audience() instanceof Audience.Named readers)
        || !(place instanceof Audience.Named people)) {
      return place;
    }
    TreeSet<String> all = new TreeSet<>(people.seats());
    all.addAll(readers.seats());
    return new Audience.Named(all);
  }

  private ApiResponse add(ApiRequest call) {
    List<SeatId> seats =
        call.body().getJsonArray("seats").stream()
            .map(String.class::cast)
            .distinct()
            .map(SeatId::new)
            .toList();
    AudienceCommand command = new AudienceCommand.AddPeople(call.path("t"), seats);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private static Ref ref(String named) {
    int colon = named.indexOf(':');
    try {
      Ref.Kind kind =
          Ref.Kind.valueOf(named.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT));
      return Ref.to(kind, named.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("of", Message.of("say-of-what-such-as-thread"));
    }
  }
}
