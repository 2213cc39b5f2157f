package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Actions in the browser: who comes, minutes and their tasks, a month by keyboard, a calendar. */
class ActionsTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;

  private static String review;

  @BeforeAll
  static void aReviewThatHasBegun() throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      amina.act(
          "/actions",
          new JsonObject()
              .put("kind", "REVIEW")
              .put("title", "Review of Part III")
              .put("audience", "CIVIL_SOCIETY")
              .put(
                  "startsAt",
                  Instant.now()
                      .minus(Duration.ofHours(1))
                      .truncatedTo(ChronoUnit.MINUTES)
                      .toString())
              .put("zone", "Africa/Lagos")
              .put("organisations", new JsonArray().add("savanna"))
              .put("strategies", new JsonArray().add("RESEARCH"))
              .put("link", "https://call.example/part-iii")
              .put("agenda", "1. Removal within 24 hours\n2. Appeals")
              .put("reminders", new JsonArray().add("DAY")));
      review = titled(amina, "Review of Part III");
    }
  }

  private static String titled(Visitor visitor, String title) {
    return visitor.read("/actions").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(a -> a.getString("title").equals(title))
        .map(a -> a.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void onePersonComesAndTheMinutesBecomeATask() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions/" + review);
      button(page, "Going").click();
      assertThat(button(page, "Going")).hasAttribute("aria-pressed", "true");

      button(page, "Edit: Minutes").click();
      page.getByLabel("Minutes", new Page.GetByLabelOptions().setExact(true))
          .fill("We read it twice.\n- [ ] Send the memo to the agency\n- [ ] Ask for a hearing");
      button(page, "Save").click();
      button(page, "Create task: Send the memo to the agency").click();
      assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Task created")))
          .isVisible();
      JsonObject task =
          amina
              .read("/actions/" + titled(amina, "Send the memo to the agency"))
              .getJsonObject("action");
      assertThat(task.getString("audience")).isEqualTo("CIVIL_SOCIETY");
      assertThat(task.getJsonArray("links").encode()).contains(review);

      // another of somebody else, by a day
      page.getByLabel("Owner: Ask for a hearing")
          .selectOption(new SelectOption().setLabel("Ngozi Ekwueme"));
      page.getByLabel("Due date: Ask for a hearing").fill("2031-05-05");
      page.locator("#minutes").scrollIntoViewIfNeeded();
      look.at(page, "minutes-tasks");
      Look.undress(page);
      button(page, "Create task: Ask for a hearing").click();
      Locator made = page.locator("#minutes li:has(.made)", containing("Ask for a hearing"));
      assertThat(made).containsText("Ngozi Ekwueme");
      assertThat(made).containsText("5 May 2031");
      JsonObject asked =
          amina.read("/actions/" + titled(amina, "Ask for a hearing")).getJsonObject("action");
      assertThat(asked.getBoolean("allDay")).isTrue();
      assertThat(asked.getString("startsAt")).isEqualTo("2031-05-04T23:00:00Z");
      waitsForNgozi("Ask for a hearing");

      amina.go(W);
      Locator waiting = page.locator("details", containing("Waiting for me"));
      assertThat(waiting).containsText("Your tasks and deadlines");
      assertThat(waiting).containsText("Send the memo to the agency");
    }
  }

  private static void waitsForNgozi(String task) {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(W);
      assertThat(ngozi.page().locator("details", containing("Waiting for me"))).containsText(task);
    }
  }

  @Test
  void aMonthIsWalkedByKeyboard() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions?view=month");
      Locator today = page.locator("[aria-current=date]");
      today.focus();
      String before = today.getAttribute("data-day");
      page.keyboard().press("PageDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      Locator focused = page.locator("[data-day]:focus");
      assertThat(focused).isVisible();
      assertThat(focused.getAttribute("data-day")).isGreaterThan(before).endsWith("-09");
    }
  }

  private static String planned(Visitor amina, String kind, String title, JsonObject more) {
    amina.act(
        "/actions",
        new JsonObject()
            .put("kind", kind)
            .put("title", title)
            .put("audience", "CIVIL_SOCIETY")
            .put("zone", "Africa/Lagos")
            .mergeIn(more));
    return titled(amina, title);
  }

  @Test
  void aReplyOfTheAgencyIsRecordedAndOneThatIsLateIsSaid() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      String memo =
          planned(
              amina,
              "SUBMISSION",
              "Memo on the draft",
              new JsonObject().put("channel", "Portal").put("replyDue", "2026-01-15"));
      amina.go(W + "/actions");
      Locator row = page.getByRole(AriaRole.LISTITEM).filter(with("Memo on the draft"));
      assertSeenAtOnce(row.getByText("Reply overdue"));
      amina.go(W + "/actions/" + memo);
      assertSeenAtOnce(page.getByText("A reply was due on"));

      button(page, "Record a reply").click();
      page.getByLabel("Came on").fill("2026-01-20");
      page.getByLabel("Text").fill("We have received it.");
      page.getByLabel("The full reply is still to come").check();
      page.getByLabel("Due by").fill("2199-03-01");
      button(page, "Save reply").click();

      assertThat(page.getByText("We have received it.")).isVisible();
      assertThat(page.getByText("A reply is due by")).isVisible();
      assertThat(page.getByText("A reply was due on")).hasCount(0);
    }
  }

  /** Not only once something has run its time. */
  private static void assertSeenAtOnce(Locator words) {
    words.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    assertThat(words.isVisible()).isTrue();
  }

  @Test
  void theStateOfAnActionIsTakenBackAndToCallItOffIsAskedFirst() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions/" + planned(amina, "CALL", "Call that goes on", new JsonObject()));
      Locator state = page.locator("select.plain").first();
      state.selectOption("CALLED_OFF");
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Call off action?");
      look.at(page, "action-call-off");
      Look.undress(page);
      button(page, "Cancel").click();
      assertThat(state).hasValue("PLANNED");

      state.selectOption("UNDER_WAY");
      button(page, "Undo").click();
      assertThat(state).hasValue("PLANNED");
      state.selectOption("CALLED_OFF");
      button(page, "Call off action").click();
      assertThat(page.getByText("State: Called off")).isVisible();
      assertThat(state).hasValue("CALLED_OFF");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void anActionIsMovedInTheMonthByMouseAndByKeyboard() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      String id =
          planned(
              amina,
              "CALL",
              "Call to be moved",
              new JsonObject().put("startsAt", "2031-03-12T10:00:00Z"));
      amina.go(W + "/actions?view=month&month=2031-03");
      Locator twelfth = page.locator("td:has([data-day='2031-03-12'])");
      Locator fourteenth = page.locator("td:has([data-day='2031-03-14'])");
      twelfth.locator(".one").dragTo(fourteenth);
      assertThat(fourteenth).containsText("Call to be moved");
      assertThat(starts(amina, id)).isEqualTo("2031-03-14T10:00:00Z");

      button(page, "Undo").click();
      assertThat(twelfth).containsText("Call to be moved");

      Locator move = button(page, "Move to another day: Call to be moved").first();
      move.focus();
      page.keyboard().press("Enter");
      page.getByLabel("New day").fill("2031-03-20");
      button(page, "Move action").click();
      assertThat(page.locator("td:has([data-day='2031-03-20'])")).containsText("Call to be moved");
      assertThat(starts(amina, id)).isEqualTo("2031-03-20T10:00:00Z");
    }
  }

  @Test
  void theMonthIsThatOfTheZoneKeptForMailElseOfTheDevice() {
    try (Visitor tobi = stage.seated("tobi")) {
      Page page = tobi.page();
      planned(
          tobi, "CALL", "Call at night", new JsonObject().put("startsAt", "2031-05-12T20:00:00Z"));
      tobi.go(W + "/actions?view=month&month=2031-05");
      assertThat(page.getByText("in the zone of this device, Africa/Lagos")).isVisible();
      assertThat(page.locator("td:has([data-day='2031-05-12'])")).containsText("Call at night");

      tobi.link("Change the zone").click();
      page.getByLabel("Your time zone").selectOption("Pacific/Auckland");
      button(page, "Save").first().click();
      assertThat(page.getByText("Saved.").first()).isVisible();

      tobi.go(W + "/actions?view=month&month=2031-05");
      assertThat(page.getByText("in the time zone of your email settings, Pacific/Auckland"))
          .isVisible();
      assertThat(page.locator("td:has([data-day='2031-05-13'])")).containsText("Call at night");

      // and the page of the action, in one zone and then in another than its own
      tobi.go(W + "/actions/" + titled(tobi, "Call at night"));
      Locator moment = page.locator("main time").first();
      assertThat(moment).containsText("Tuesday, 13 May 2031, 08:00 your time");
      assertThat(moment)
          .containsText("Your time zone is that of your email settings, Pacific/Auckland.");
      assertThat(moment.getByText("Change the zone")).isVisible();
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  @Test
  void whoHasChosenNoZoneReadsAnActionInThatOfTheDevice() {
    try (Visitor rafael = stage.seated("rafael")) {
      JsonObject when =
          new JsonObject().put("startsAt", "2031-05-12T20:00:00Z").put("zone", "Asia/Tokyo");
      planned(rafael, "CALL", "Call in the morning", when);
      rafael.go(W + "/actions/" + titled(rafael, "Call in the morning"));
      Locator moment = rafael.page().locator("main time").first();
      assertThat(moment).containsText("Monday, 12 May 2031, 21:00 your time");
      assertThat(moment).containsText("Your time zone is that of this device, Africa/Lagos.");
    }
  }

  private static String starts(Visitor visitor, String id) {
    return visitor.read("/actions/" + id).getJsonObject("action").getString("startsAt");
  }

  @Test
  void whatWasSaidAndWhatCameOfItIsCounted() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      String id = planned(amina, "CALL", "Call that is counted", new JsonObject());
      amina.act("/actions/" + id + "/commitments", new JsonObject().put("answer", "WILL"));
      amina.go(W + "/commitments?by=action");
      Locator row = page.getByRole(AriaRole.ROW).filter(with("Call that is counted"));
      assertThat(row.locator("td.will")).containsText("1");
      assertThat(row.locator("td.open")).containsText("1");
      assertThat(row.locator("td.kept")).containsText("0");

      button(page, "Organisation").click();
      assertThat(page.getByRole(AriaRole.ROWHEADER)).not().hasCount(0);
    }
  }

  @Test
  void anOrganisationsPageShowsWhatItSaidAndDeliveredAsFarAsOneMayRead() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      String open =
          planned(
              amina, "CALL", "Call for both sides", new JsonObject().put("audience", "EVERYONE"));
      String closed = planned(amina, "MEETING", "Meeting among us", new JsonObject());
      JsonObject word = new JsonObject().put("answer", "WILL").put("note", "two people come");
      ngozi.act("/actions/" + open + "/commitments", word);
      ngozi.act("/actions/" + closed + "/commitments", word);
      String me = amina.read("").getString("seat");
      amina.act(
          "/actions/" + closed + "/attendance",
          new JsonObject().put("present", new JsonArray().add(me)));
      amina.go(W + "/actions/" + closed);
      amina.page().locator("select.plain").first().selectOption("DONE");
      assertThat(amina.page().getByText("missed").first()).isVisible();

      amina.go(W + "/organisations/savanna");
      Locator promised = amina.page().locator("section").filter(with("Takes part"));
      assertThat(promised.locator("li").filter(with("Call for both sides")))
          .containsText("two people come");
      assertThat(promised.locator("li").filter(with("Meeting among us"))).containsText("missed");

      dara.go(W + "/organisations/savanna");
      assertThat(dara.page().locator("section").filter(with("Takes part")))
          .containsText("Call for both sides");
      assertThat(dara.page().locator("main")).not().containsText("Meeting among us");
    }
  }

  @Test
  void onesOwnCalendarHasAnAddressThatIsShownOnce() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions");
      button(page, "In my calendar").click();
      button(page, "Create address").click();
      assertThat(page.locator("code").first()).containsText("/calendar.ics");
      assertThat(page.locator("code").last()).containsText("/actions.json");
      button(page, "Done").click();
      assertThat(page.locator("code")).hasCount(0);
      Locator end = page.getByRole(AriaRole.BUTTON, named("Revoke the address created"));
      end.click();
      page.getByText("Revoke address?").waitFor(); // the dialog below has a Cancel of its own
      button(page, "Cancel").last().click();
      assertThat(end).hasCount(1);
      end.click();
      button(page, "Revoke").last().click();
      assertThat(page.getByText("No addresses yet.")).isVisible();
    }
  }

  @Test
  void looksRight() {
    try (Visitor amina = stage.seated("amina")) {
      Map.of(
              "actions-month", W + "/actions?view=month",
              "commitments", W + "/commitments",
              "action-review", W + "/actions/" + review,
              "organisation", W + "/organisations/savanna")
          .forEach(
              (view, path) -> {
                Look.atTheDesk(amina.page());
                amina.page().navigate("about:blank");
                amina.go(path);
                look.at(amina.page(), view);
              });
    }
  }
}
