package org.caucus.views.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateLifecycle;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * An update as it leaves for another program: with its company, its terms, its audience and how
 * many people that is. What was said off record leaves without its words.
 *
 * @param bare whether only that there is something may leave, as in mail ({@link
 *     org.caucus.coalition.lists.MailContent})
 * @param company its name; the workspace's short name if nothing may be told
 * @param title as it is listed
 * @param text what it says, with the terms under which it was said
 * @param at when it was posted
 * @param changed when it was last corrected, staged or retracted; else {@code at}
 */
public record UpdateFeedItem(
    String id,
    boolean bare,
    String company,
    String title,
    String text,
    Update.Kind kind,
    Update.Stage stage,
    Update.Attribution attribution,
    String audience,
    int readers,
    Instant at,
    Instant changed) {
  static final String COMPANY = "company";
  static final String KIND = "kind";
  static final String STAGE = "stage";

  /** Updates of one feed, at most; the newest. */
  public static final int MOST = 50;

  /**
   * The newest updates that this seat can read now.
   *
   * @param company only of this company; null for all
   */
  public static List<UpdateFeedItem> newest(
      Workspace state, SeatId reader, @Nullable String company) {
    return newest(state, reader, company, FeedFilter.NONE, FeedMessages.ENGLISH);
  }

  /** The same, narrowed further, in these words. */
  static List<UpdateFeedItem> newest(
      Workspace state, SeatId reader, @Nullable String company, FeedFilter by, FeedMessages words) {
    return UpdatePresenter.feed(state, reader).stream()
        .filter(u -> company == null || u.company().equals(company))
        .filter(u -> isAsked(state, u, by))
        .limit(MOST)
        .map(u -> of(state, u, reader, words))
        .toList();
  }

  /** Of whom mail says nothing a question finds nothing: it would tell them one by one. */
  private static boolean isAsked(Workspace state, Update update, FeedFilter by) {
    return by.values().isEmpty()
        || (!state.lists().content().isWithheld(update.scope())
            && by.fits(COMPANY, update.company())
            && by.fits(KIND, update.kind())
            && by.fits(STAGE, update.stage()));
  }

  /** An update, for one who can read it; told to a program, in English. */
  public static UpdateFeedItem of(Workspace state, Update update, SeatId reader) {
    return of(state, update, reader, FeedMessages.ENGLISH);
  }

  private static UpdateFeedItem of(
      Workspace state, Update update, SeatId reader, FeedMessages words) {
    boolean bare = state.lists().content().isWithheld(update.scope());
    return bare ? bare(state, update, reader, words) : whole(state, update, reader, words);
  }

  /** Nothing in it was written by a person, but the short name that every address here holds. */
  private static UpdateFeedItem bare(
      Workspace state, Update update, SeatId reader, FeedMessages words) {
    String slug = state.members().slug();
    return new UpdateFeedItem(
        update.id(),
        true,
        slug,
        words.say("new", Map.of("workspace", slug)),
        words.say("nothing"),
        update.kind(),
        update.stage(),
        update.attribution(),
        "",
        0,
        update.at(),
        changed(update, state.access().asked(reader)));
  }

  private static UpdateFeedItem whole(
      Workspace state, Update update, SeatId reader, FeedMessages words) {
    Organisation company =
        Objects.requireNonNull(state.members().organisations().get(update.company()));
    boolean hidden = update.isOffRecord();
    String title =
        hidden ? words.say("off-record", Map.of("company", company.name())) : update.title();
    return new UpdateFeedItem(
        update.id(),
        false,
        company.name(),
        update.stands() ? title : words.say("taken-back", Map.of("title", title)),
        text(state, update, reader, words),
        update.kind(),
        update.stage(),
        update.attribution(),
        MemberPresenter.label(state.members(), update.audience()),
        state.access().count(update.scope()),
        update.at(),
        changed(update, state.access().asked(reader)));
  }

  private static String text(Workspace state, Update update, SeatId reader, FeedMessages words) {
    boolean hidden = update.isOffRecord();
    List<String> parts = new ArrayList<>();
    UpdateLifecycle.Retraction retraction = update.course().retraction();
    if (retraction != null) {
      parts.add(words.say("retracted") + (hidden ? "" : " " + retraction.reason()));
    }
    parts.add(hidden ? words.say("withheld") : update.body());
    UpdateReferences about = update.particulars();
    if (about.provision() != null && !hidden) {
      parts.add(words.say("provision", Map.of("value", about.provision())));
    }
    if (about.due() != null && !hidden) {
      parts.add(words.say("promised", Map.of("day", words.day(about.due()))));
    }
    update.pastFor(state.access().asked(reader)).stream()
        .filter(UpdateLifecycle.Past::correction)
        .forEach(past -> parts.add(corrected(past, hidden, words)));
    parts.add(
        words.terms(update.attribution(), update.kind(), update.stage())
            + " · "
            + words.readBy(
                state.members(), update.audience(), state.access().count(update.scope())));
    return String.join("\n\n", parts);
  }

  /** Without the reason where either of what stood there and what stands there is off record. */
  private static String corrected(UpdateLifecycle.Past past, boolean hidden, FeedMessages words) {
    LocalDate day = LocalDate.ofInstant(past.at(), ZoneOffset.UTC);
    boolean said = !hidden && past.attribution() != Update.Attribution.OFF_RECORD;
    return said && !past.note().isBlank()
        ? words.say("corrected-because", Map.of("day", words.day(day), "reason", past.note()))
        : words.say("corrected", Map.of("day", words.day(day)));
  }

  private static Instant changed(Update update, Predicate<Scope> reads) {
    UpdateLifecycle.Retraction retraction = update.course().retraction();
    if (retraction != null) {
      return retraction.at();
    }
    List<UpdateLifecycle.Past> past = update.pastFor(reads);
    return past.isEmpty() ? update.at() : past.getLast().at();
  }

  /** What updates are narrowed by, and to what. Where mail says nothing no company is named. */
  static Map<String, Set<String>> filters(Workspace state) {
    boolean bare = state.lists().content().isWithheld(Updates.FEED);
    Set<String> companies =
        state.members().organisations().values().stream()
            .filter(o -> !bare && o.side() == Side.COMPANY)
            .map(Organisation::slug)
            .collect(Collectors.toSet());
    return Map.of(
        COMPANY,
        companies,
        KIND,
        FeedFilter.words(Update.Kind.values()),
        STAGE,
        FeedFilter.words(Update.Stage.values()));
  }

  /** In a feed: with its kind, stage and terms, unless only that there is something may be told. */
  FeedEntry leaf(FeedMetadata place) {
    List<Enum<?>> terms = bare ? List.of() : List.of(kind, stage, attribution);
    return new FeedEntry(
        place.idOf("update", id),
        place.page(id),
        title,
        text,
        company,
        terms.stream().map(FeedFilter::word).toList(),
        at,
        changed);
  }
}
