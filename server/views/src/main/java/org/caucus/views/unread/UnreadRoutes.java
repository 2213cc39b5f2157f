package org.caucus.views.unread;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Ref;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /unread}: what the seat has not read, and how far it has read. */
public final class UnreadRoutes implements Routes {
  /** Conversations of a page unless stated. */
  private static final int DEFAULT_LIMIT = 100;

  private final Rooms rooms;
  private final ReadMarksStore marks;
  private final PostIndexes indexes;

  /** Routes on these rooms. */
  public UnreadRoutes(Rooms rooms, ReadMarksStore marks, PostIndexes indexes) {
    this.rooms = rooms;
    this.marks = marks;
    this.indexes = indexes;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listUnread", this::list);
    operations.on("markRead", this::read);
    operations.on("markAllRead", this::allRead);
    operations.on("undoMarkAllRead", this::takeBack);
    operations.on("markUnread", this::unread);
  }

  /** The state, its index, and who asks. */
  private record Asked(ApiRequest call, Workspace now, PostIndex index) {
    List<UnreadPosts.Unread> unread(ReadMarks marks) {
      return UnreadPosts.of(now, index, marks, call.seat(), call.at());
    }

    /** What a seat names, if it can read that; what it cannot is as if it were not there. */
    Optional<Post> post(JsonObject named) {
      return kind(named.getString("kind"))
          .flatMap(kind -> index.find(Ref.to(kind, named.getString("id"))))
          .filter(
              p ->
                  now.scopeOf(p.ref())
                      .filter(scope -> now.access().canRead(call.seat(), scope))
                      .isPresent());
    }
  }

  private static Optional<Ref.Kind> kind(String name) {
    for (Ref.Kind kind : Ref.Kind.values()) {
      if (kind.wire().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private ApiResponse list(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    Asked asked = new Asked(call, now, indexes.of(now));
    ReadMarks read =
        now.members().seats().containsKey(call.seat())
            ? marks.of(call.workspace(), call.seat())
            : ReadMarks.NONE;
    List<UnreadPosts.Unread> unread = asked.unread(read);
    Paging.Slice<UnreadPosts.Unread> slice =
        Paging.slice(call, unread, u -> u.ref().id(), DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    slice.items().forEach(u -> items.add(item(now, u)));
    return ApiResponse.ok(
        slice.goOn(
            counts(read, unread)
                .put("position", now.positionFor(call.seat()))
                .put("places", places(unread))
                .put("items", items)));
  }

  private static JsonObject counts(ReadMarks read, List<UnreadPosts.Unread> unread) {
    return new JsonObject()
        .put("unread", unread.stream().mapToInt(UnreadPosts.Unread::count).sum())
        .put("conversations", unread.size())
        .put("turn", read.turn())
        .put("canUndo", read.canUndo());
  }

  /** By the lists, trackers, companies and so on that they are in. */
  private static JsonArray places(List<UnreadPosts.Unread> unread) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    unread.forEach(
        u ->
            counts.merge(
                List.of(u.ref().kind().wire(), u.item().place()), u.count(), Integer::sum));
    JsonArray places = new JsonArray();
    counts.forEach(
        (place, n) ->
            places.add(
                new JsonObject()
                    .put("kind", place.getFirst())
                    .put("place", place.getLast())
                    .put("unread", n)));
    return places;
  }

  private static JsonObject item(Workspace now, UnreadPosts.Unread unread) {
    JsonObject item =
        EntryPresenter.ref(unread.ref())
            .put("place", unread.item().place())
            .put("title", unread.item().title())
            .put("unread", unread.count())
            .put("first", EntryPresenter.ref(unread.first().ref()))
            .put("last", EntryPresenter.ref(unread.last().ref()))
            .put("audience", unread.item().scope().audience().wire())
            .put("readers", now.access().count(unread.item().scope()));
    ActivityTitles.terms(now, unread.ref()).ifPresent(t -> item.put("attribution", t.name()));
    return item;
  }

  /** Takes a mark; what is named may have been shown by a node that is ahead of this one. */
  private ApiResponse change(
      ApiRequest call, int status, BiFunction<Asked, ReadMarks, ReadMarks> change) {
    Workspace now = rooms.again(call.workspace()).await();
    now.access().mustBeActive(call.seat());
    Asked asked = new Asked(call, now, indexes.of(now));
    long old = UnreadPosts.old(now, asked.index(), call.seat(), call.at());
    ReadMarks is =
        marks.change(
            call.workspace(),
            call.seat(),
            was -> {
              Map<Ref, Set<Ref>> origins = asked.index().origins();
              return change.apply(asked, was.settled(origins)).since(old, origins);
            });
    return ApiResponse.json(status, counts(is, asked.unread(is)));
  }

  private ApiResponse read(ApiRequest call) {
    JsonArray items = call.body().getJsonArray("items");
    long turn = call.body().getLong("turn");
    return change(
        call,
        201,
        (asked, was) -> {
          ReadMarks is = was;
          for (Object named : items) {
            Optional<Post> post = asked.post((JsonObject) named);
            ReadMarks before = is;
            is = post.map(p -> read(asked, before, p, turn)).orElse(is);
          }
          return is;
        });
  }

  private static ReadMarks read(Asked asked, ReadMarks was, Post upTo, long turn) {
    ReadMarks is = was;
    for (Ref home : asked.index().conversation(upTo.in()).homes()) {
      is = is.read(home, upTo.sequence(), turn);
    }
    return is;
  }

  private static ReadMarks unread(Asked asked, ReadMarks was, Post from) {
    ReadMarks is = was;
    for (Ref home : asked.index().conversation(from.in()).homes()) {
      is = is.unreadAfter(home, from.sequence() - 1, asked.now().sequence());
    }
    return is;
  }

  private ApiResponse unread(ApiRequest call) {
    return change(
        call,
        201,
        (asked, was) -> asked.post(call.body()).map(p -> unread(asked, was, p)).orElse(was));
  }

  private ApiResponse allRead(ApiRequest call) {
    long turn = call.body().getLong("turn");
    return change(call, 201, (asked, was) -> was.allRead(ranges(asked, was), turn));
  }

  /** What is unread of what is meant, as far as its reader knew of it. */
  private static Map<Ref, ReadMarks.Range> ranges(Asked asked, ReadMarks was) {
    JsonObject body = asked.call().body();
    long known =
        asked.now().placeOf(body.getString("position"), asked.call().seat()).orElse(-1) + 1L;
    Map<Ref, ReadMarks.Range> ranges = new LinkedHashMap<>();
    asked.unread(was).stream()
        .filter(isMeant(body.getString("kind"), body.getString("place")))
        .forEach(
            u ->
                u.read()
                    .forEach(
                        (home, read) -> {
                          long end = Math.min(known, u.last().sequence());
                          ranges.put(home, new ReadMarks.Range(read, end));
                        }));
    return ranges;
  }

  private static Predicate<UnreadPosts.Unread> isMeant(
      @Nullable String kind, @Nullable String place) {
    return u ->
        (kind == null || kind.equals(u.ref().kind().wire()))
            && (place == null || Objects.equals(place, u.item().place()));
  }

  private ApiResponse takeBack(ApiRequest call) {
    return change(call, 200, (asked, was) -> was.takenBack(asked.now().sequence()));
  }
}
