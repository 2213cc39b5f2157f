package org.caucus.views.feeds;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.updates.Updates;
import org.caucus.http.Pages;
import org.caucus.http.PlainPage;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.Messages;
import org.caucus.platform.ratelimit.TokenBuckets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * {@code /feeds/{secret}/atom.xml}, {@code /feed.json}, the same of actions and issues, and {@code
 * /calendar.ics}: what the seat of the secret can read now, narrowed by what its query names. The
 * secret reads this and nothing else, no matter who sends it along. 410 for one that was revoked,
 * or whose seat ended: readers stop asking by that.
 */
public final class FeedReaderRoutes implements Pages {
  /** Readings of one feed within {@link #WITHIN}. */
  static final int READINGS = 60;

  /** Tags of what somebody has that are looked at. */
  private static final int MOST_TAGS = 20;

  /** Within what time. */
  static final Duration WITHIN = Duration.ofHours(1);

  private final CommandBus<Workspace> floor;
  private final FeedKeys keys;
  private final String domain;
  private final String baseUrl;
  private final List<FeedFormat> forms;
  private final Function<String, Language> languages;
  private final InstantSource clock;
  private final TokenBuckets readings;

  /**
   * Pages of these keys.
   *
   * @param domain the mail domain
   * @param baseUrl of the pages, without a slash at the end
   * @param forms what else than updates is read at a feed's address
   * @param languages in which language a person, by id, wants to be told; may block
   */
  public FeedReaderRoutes(
      CommandBus<Workspace> floor,
      FeedKeys keys,
      String domain,
      String baseUrl,
      List<FeedFormat> forms,
      Function<String, Language> languages,
      InstantSource clock) {
    this.floor = floor;
    this.keys = keys;
    this.domain = domain;
    this.baseUrl = baseUrl;
    this.forms = List.copyOf(forms);
    this.languages = languages;
    this.clock = clock;
    this.readings = new TokenBuckets(clock, new TokenBuckets.Limit(READINGS, WITHIN));
  }

  @Override
  public void mount(Router router) {
    at(router, "atom.xml", ctx -> answer(ctx, updates(AtomFeed.TYPE, AtomFeed::write), false));
    at(router, "feed.json", ctx -> answer(ctx, updates(JsonFeed.TYPE, JsonFeed::write), false));
    for (FeedFormat form : forms) {
      at(router, form.file(), ctx -> answer(ctx, whole(form), true));
    }
  }

  /** Some programs ask for the head first, and take an address that has none for a dead one. */
  private static void at(Router router, String file, Handler<RoutingContext> answers) {
    router
        .route("/feeds/:secret/" + file)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(answers);
  }

  /** How one form of feed is made of a key, and what it can be narrowed by. */
  private record Form(
      String type,
      BiFunction<Workspace, SeatId, Map<String, Set<String>>> filters,
      Set<String> words,
      Making making) {}

  /** Makes the text of a feed. */
  @FunctionalInterface
  private interface Making {
    String of(Workspace state, FeedKeys.FeedKey key, FeedFilter by);
  }

  @Override
  public boolean isProof() {
    return true;
  }

  private Form updates(String type, BiFunction<FeedMetadata, List<FeedEntry>, String> writes) {
    return new Form(
        type,
        (state, reader) -> UpdateFeedItem.filters(state),
        Set.of(),
        (state, key, by) -> {
          FeedMetadata place = place(state, key, by);
          List<UpdateFeedItem> items =
              UpdateFeedItem.newest(state, key.seat(), key.company(), by, place.words());
          return writes.apply(place, items.stream().map(item -> item.leaf(place)).toList());
        });
  }

  private Form whole(FeedFormat form) {
    return new Form(
        form.type(),
        form::filters,
        form.words(),
        (state, key, by) ->
            form.of(
                state,
                new FeedFormat.Reading(key.seat(), place(state, key, by), by, clock.instant())));
  }

  /**
   * Answers.
   *
   * @param whole whether it is more than the updates of one company, for which a key may be
   */
  private void answer(RoutingContext ctx, Form form, boolean whole) {
    Optional<FeedKeys.FeedKey> found =
        keys.find(Objects.requireNonNull(ctx.pathParam("secret"))).await();
    if (found.isEmpty()) {
      end(ctx, 404, PlainPage.language(ctx), Message.of("there-is-nothing-here"));
      return;
    }
    FeedKeys.FeedKey key = found.get();
    Workspace state = read(key);
    Language language = state == null ? PlainPage.language(ctx) : language(state, key.seat());
    long wait = readings.count(key.id());
    if (wait > 0) {
      ctx.response().putHeader("retry-after", Long.toString(wait));
      Message often = Message.of("this-feed-is-read-too-often", "seconds", wait);
      end(ctx, 429, language, often);
      return;
    }
    if (state == null || key.revoked() != null || !state.access().isHere(key.seat())) {
      end(ctx, 410, language, Message.of("this-feed-has-ended"));
      return;
    }
    if (whole && key.company() != null) {
      Message other = Message.of("this-address-is-for-the-updates");
      end(ctx, 404, language, other);
      return;
    }
    try {
      FeedFilter by =
          FeedFilter.of(ctx.queryParams(), form.filters().apply(state, key.seat()), form.words());
      send(ctx, form.type(), form.making().of(state, key, by));
    } catch (FeedFilter.Unknown e) {
      end(ctx, 400, language, e.message());
    } catch (Refusal e) {
      end(ctx, 400, language, e.message());
    }
  }

  /** Null once the workspace is gone. */
  private @Nullable Workspace read(FeedKeys.FeedKey key) {
    try {
      return floor.read(key.workspace()).await();
    } catch (LogException.UnknownWorkspace e) {
      return null;
    }
  }

  private static void send(RoutingContext ctx, String type, String body) {
    String tag = "\"" + Secrets.hash(body).substring(0, 32) + "\"";
    ctx.response()
        .putHeader("etag", tag)
        .putHeader("cache-control", "private, no-cache")
        .putHeader("content-type", type);
    if (isKnown(tag, ctx.request().headers().getAll("if-none-match"))) {
      ctx.response().setStatusCode(304).end();
    } else {
      ctx.response().end(body);
    }
  }

  /**
   * Whether anyone who asks has it: one of several, and also where a proxy that compressed it made
   * the tag a weak one (RFC 9110, section 13.1.2).
   */
  private static boolean isKnown(String tag, List<String> known) {
    return known.stream()
        .flatMap(list -> Stream.of(list.split(",", MOST_TAGS)))
        .map(one -> one.strip().replaceFirst("^W/", ""))
        .anyMatch(one -> one.equals(tag) || one.equals("*"));
  }

  private FeedMetadata place(Workspace state, FeedKeys.FeedKey key, FeedFilter by) {
    boolean bare = state.lists().content().isWithheld(Updates.FEED);
    FeedMessages words = new FeedMessages(language(state, key.seat()));
    String company = key.company() == null ? null : state.members().called(key.company());
    return new FeedMetadata(
        domain,
        baseUrl + "/w/" + state.members().slug(),
        "updates",
        "updates",
        bare ? state.members().slug() : words.updates(state.members().name(), company),
        key.id(),
        by.mark(),
        key.created(),
        words);
  }

  /** As the person who sits there chose for their mail. */
  private Language language(Workspace state, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat == null ? Language.ENGLISH : languages.apply(seat.person());
  }

  /** In the language of the seat whose address it is, else of the person who asks. */
  private static void end(RoutingContext ctx, int status, Language language, Message why) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "text/plain; charset=utf-8")
        .putHeader("content-language", language.tag())
        .end(Messages.say(language, why) + "\n");
  }
}
