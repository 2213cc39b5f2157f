package org.caucus.coalition.lists.subscriptions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** {@code /my-mail}: how one gets mail. */
public final class DeliveryPreferenceRoutes implements Routes {
  private static final JsonFields<OfList> LIST =
      JsonFields.of(
          "MyMail.lists",
          OfList.class,
          "list:list.slug list.name address mode own copies links pause");
  private static final JsonFields<ShownPrivacy> PRIVACY =
      JsonFields.of(
          "ListPrivacy",
          ShownPrivacy.class,
          "addresses remote signed pictures:ofPictures chosen now.hides now.removes");

  private final CommandBus<? extends Lists.Held> floor;
  private final String domain;
  private final int digestPosts;
  private final Duration window;

  /**
   * Routes on this floor.
   *
   * @param digestPosts how many posts make a digest leave before morning
   * @param window how long a notice waits for more of the same thing
   */
  public DeliveryPreferenceRoutes(
      CommandBus<? extends Lists.Held> floor, String domain, int digestPosts, Duration window) {
    this.floor = floor;
    this.domain = domain;
    this.digestPosts = digestPosts;
    this.window = window;
  }

  private record OfList(DeliveryPreference habit, MailingList list, String address) {}

  private record ShownPrivacy(ListPrivacy privacy, boolean chosen, ListPrivacy.Applied now) {}

  @Override
  public void mount(Operations operations) {
    operations.on("getMyMail", this::read);
    operations.on("setMyMail", this::choose);
    operations.on("setListPreferences", this::chooseList);
    operations.on("getListPrivacy", this::privacy);
    operations.on("setListPrivacy", this::choosePrivacy);
  }

  private ApiResponse read(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    Lists lists = state.lists();
    PersonalMailSettings personal = lists.habits().now(call.seat());
    JsonObject shown =
        new JsonObject()
            .put("zone", personal.zone().getId())
            .put("echo", personal.echo())
            .put(
                "notices",
                lists.habits().now(call.seat(), DeliveryPreferenceDecider.NOTICES).mode().name())
            .put("ways", ways(personal))
            .put("weekly", JsonFields.value(personal.weekly()))
            .put("format", personal.textOnly() ? MailFormat.TEXT : MailFormat.HTML)
            .put("suspended", lists.trouble(call.seat()).suspended() != null)
            .put("digestPosts", digestPosts)
            .put("noticeSeconds", window.toSeconds());
    if (personal.quiet() != null) {
      shown.put("quiet", shown(personal.quiet()));
    }
    if (personal.pause() != null) {
      shown.put("pause", JsonFields.value(personal.pause()));
    }
    JsonArray all = new JsonArray();
    lists
        .mailed()
        .filter(l -> state.access().canRead(call.seat(), l.scope()))
        .sorted(Comparator.comparing(MailingList::slug))
        .forEach(l -> all.add(show(l, lists.habits().now(call.seat(), l.slug()))));
    return ApiResponse.ok(shown.put("lists", all));
  }

  private JsonObject show(MailingList list, DeliveryPreference habit) {
    return LIST.json(
        new OfList(habit, list, list.localPart().isEmpty() ? "" : list.localPart() + "@" + domain));
  }

  private ApiResponse choose(ApiRequest call) {
    JsonObject body = call.body();
    PersonalMailSettings now =
        floor.read(call.workspace()).await().lists().habits().now(call.seat());
    PersonalMailSettings chosen =
        new PersonalMailSettings(
                zone(body),
                body.getBoolean("echo"),
                pause(body),
                quiet(body),
                ways(body, now),
                weekly(body, now),
                null)
            .in(format(body, now));
    var command =
        new ListCommand.ChoosePersonalMail(chosen, Delivery.valueOf(body.getString("notices")));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  /** Of every kind, in which way it comes. */
  private static JsonArray ways(PersonalMailSettings personal) {
    JsonArray ways = new JsonArray();
    for (NotificationReason kind : NotificationReason.values()) {
      ways.add(new JsonObject().put("kind", kind.name()).put("way", personal.way(kind).name()));
    }
    return ways;
  }

  /** As asked for; who says nothing of it keeps what they chose before. */
  private static List<ChannelChoice> ways(JsonObject body, PersonalMailSettings now) {
    JsonArray ways = body.getJsonArray("ways");
    return ways == null
        ? now.ways()
        : ways.stream()
            .map(JsonObject.class::cast)
            .map(w -> new ChannelChoice(kind(w), NotificationChannel.valueOf(w.getString("way"))))
            .toList();
  }

  private static NotificationReason kind(JsonObject way) {
    return NotificationReason.valueOf(way.getString("kind"));
  }

  private static List<WeeklyMailing> weekly(JsonObject body, PersonalMailSettings now) {
    JsonArray weekly = body.getJsonArray("weekly");
    return weekly == null
        ? now.weekly()
        : weekly.stream().map(w -> WeeklyMailing.valueOf((String) w)).distinct().sorted().toList();
  }

  private static MailFormat format(JsonObject body, PersonalMailSettings now) {
    String format = body.getString("format");
    return format != null
        ? MailFormat.valueOf(format)
        : now.textOnly() ? MailFormat.TEXT : MailFormat.HTML;
  }

  private ApiResponse chooseList(ApiRequest call) {
    JsonObject body = call.body();
    DeliveryPreference habit =
        new DeliveryPreference(
            Delivery.valueOf(body.getString("mode")),
            body.getBoolean("own", false),
            body.getBoolean("copies", false),
            body.getBoolean("links", false),
            pause(body));
    var command = new ListCommand.ChooseDelivery(call.path("l"), habit);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private static MailingList read(ApiRequest call, Lists.Held state) {
    MailingList list = state.lists().opened(call.path("l")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), list.scope());
    return list;
  }

  private ApiResponse privacy(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    MailingList list = read(call, state);
    return ApiResponse.ok(
        PRIVACY.json(
            new ShownPrivacy(
                state.lists().privacies().now(list.slug()),
                state.lists().privacies().isChosen(list.slug()),
                Lists.privacy(state, list.slug()))));
  }

  /** Telling more than before takes a fresh proof; what is left out of it stays as it is. */
  private ApiResponse choosePrivacy(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    ListPrivacy now = state.lists().privacies().now(read(call, state).slug());
    ListPrivacy chosen = privacy(call.body(), now);
    if (chosen.tellsMoreThan(now)) {
      call.mustBeProved();
    }
    var command = new ListCommand.ChoosePrivacy(call.path("l"), chosen);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private static ListPrivacy privacy(JsonObject body, ListPrivacy now) {
    return new ListPrivacy(
        ListPrivacy.Addresses.valueOf(body.getString("addresses")),
        ListPrivacy.Remote.valueOf(body.getString("remote")),
        ListPrivacy.Signed.valueOf(body.getString("signed")),
        body.containsKey("pictures")
            ? ListPrivacy.Pictures.valueOf(body.getString("pictures"))
            : now.pictures());
  }

  private static ZoneId zone(JsonObject body) {
    try {
      return ZoneId.of(body.getString("zone"));
    } catch (DateTimeException e) {
      throw Refusal.invalid("zone", Message.of("a-time-zone-has-a-name"));
    }
  }

  private static JsonObject shown(QuietHours quiet) {
    return new JsonObject().put("from", clock(quiet.from())).put("until", clock(quiet.until()));
  }

  private static String clock(int minute) {
    return LocalTime.of(minute / 60, minute % 60).toString();
  }

  private static @Nullable QuietHours quiet(JsonObject body) {
    JsonObject quiet = body.getJsonObject("quiet");
    return quiet == null
        ? null
        : new QuietHours(minute(quiet.getString("from")), minute(quiet.getString("until")));
  }

  private static int minute(String time) {
    try {
      return LocalTime.parse(time).toSecondOfDay() / 60;
    } catch (DateTimeException e) {
      throw Refusal.invalid("quiet", Message.of("quiet-hours-are-two-times-of"));
    }
  }

  private static @Nullable MailPause pause(JsonObject body) {
    JsonObject pause = body.getJsonObject("pause");
    try {
      return pause == null
          ? null
          : new MailPause(
              LocalDate.parse(pause.getString("from")), LocalDate.parse(pause.getString("until")));
    } catch (DateTimeException e) {
      throw Refusal.invalid("pause", Message.of("a-pause-is-two-days-such"));
    }
  }
}
