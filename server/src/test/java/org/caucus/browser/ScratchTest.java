package org.caucus.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScratchTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;

  private static void shot(Visitor who, String name, boolean full) {
    for (int width : new int[] {1440, 360}) {
      who.page().setViewportSize(width, 900);
      who.page().waitForTimeout(250);
      who.page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target", "screenshots", "x-" + name + "-" + width + ".png"))
                  .setFullPage(full));
    }
    who.page().setViewportSize(1440, 900);
  }

  private static void arabic(Visitor who) {
    who.page().evaluate("localStorage.setItem('caucus.language', 'ar')");
  }

  private static void english(Visitor who) {
    who.page().evaluate("localStorage.setItem('caucus.language', 'en')");
  }

  private static String id(Visitor who, String path, String title) {
    return who.read(path).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(a -> title.equals(a.getString("title")))
        .map(a -> a.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private static void widen(Visitor amina, String of) {
    JsonObject p = amina.read("/audience/preview?of=" + of + "&to=EVERYONE");
    amina.act(
        "/audience",
        new JsonObject().put("of", of).put("to", "EVERYONE").put("token", p.getString("token")));
  }

  @Test
  void question() {
    for (String lang : new String[] {"en", "ar"}) {
      try (Visitor amina = stage.seated("amina");
          Visitor ngozi = stage.seated("ngozi")) {
        String title = "Removal within a day " + lang;
        amina.act(
            "/trackers/COP/issues",
            new JsonObject().put("title", title).put("audience", "CIVIL_SOCIETY"));
        String issue = id(amina, "/trackers/COP/issues?limit=100", title);
        ngozi.go(W + "/issues/" + issue);
        if (lang.equals("ar")) {
          arabic(ngozi);
          ngozi.go(W + "/issues/" + issue);
        }
        boolean[] once = {false};
        ngozi
            .page()
            .route(
                Pattern.compile(".*/entries$"),
                route -> {
                  if (!once[0]) {
                    once[0] = true;
                    widen(amina, "issue:" + issue);
                  }
                  route.resume();
                });
        ngozi.page().locator("form.composer textarea").fill("Only between us: they will not move.");
        ngozi.page().locator("form.composer button[type=submit]").click();
        ngozi.page().waitForTimeout(2500);
        shot(ngozi, "question-" + lang, false);
        System.out.println("Q " + lang + " dialogs " + ngozi.page().getByRole(AriaRole.ALERTDIALOG).or(ngozi.page().getByRole(AriaRole.DIALOG)).count());
      }
    }
  }

  @Test
  void whoGotIt() {
    try (Visitor amina = stage.seated("amina")) {
      amina.act("/trackers/COP/issues", new JsonObject().put("title", "Appeals"));
      String issue = id(amina, "/trackers/COP/issues?limit=100", "Appeals");
      amina.act(
          "/issues/" + issue + "/entries", new JsonObject().put("text", "Who has the numbers?"));
      String entry =
          amina.read("/issues/" + issue).getJsonArray("entries").getJsonObject(0).getString("id");
      amina.go(W + "/issues/" + issue);
      shot(amina, "issue-comment", true);
      amina.page().waitForTimeout(1500);
      amina.go(W + "/entries/" + entry + "/mail");
      shot(amina, "whogotit", true);
      arabic(amina);
      amina.go(W + "/entries/" + entry + "/mail");
      shot(amina, "whogotit-ar", true);
      english(amina);
    }
  }

  @Test
  void weekly() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(W + "/my-mail");
      Locator button = amina.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("See it today"));
      int n = button.count();
      shot(amina, "mymail", true);
      for (int i = 0; i < n; i++) {
        button.nth(i).click();
        amina.page().getByRole(AriaRole.DIALOG).waitFor();
        shot(amina, "weekly" + i, false);
        amina.page().keyboard().press("Escape");
      }
      arabic(amina);
      amina.go(W + "/my-mail");
      amina.page().getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(Pattern.compile("اليوم"))).first().click();
      amina.page().getByRole(AriaRole.DIALOG).waitFor();
      shot(amina, "weekly-ar", false);
      english(amina);
    }
  }

  @Test
  void views() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String[] names = {
        "Mine, due soon",
        "Everything about takedown notices and how quickly they are answered by the platforms",
        "Waiting for the agency",
        "الشكاوى المفتوحة"
      };
      for (int i = 0; i < names.length; i++) {
        ngozi.act(
            "/trackers/COP/views",
            new JsonObject()
                .put("name", names[i])
                .put("showing", new JsonObject().put("filter", "is:open").put("layout", i % 2 == 0 ? "LIST" : "BOARD"))
                .mergeIn(i % 2 == 0 ? new JsonObject() : new JsonObject().put("audience", "CIVIL_SOCIETY")));
      }
      ngozi.go(W + "/trackers/COP");
      shot(ngozi, "views", false);
      for (int width : new int[] {1440, 360}) {
        ngozi.page().setViewportSize(width, 900);
        ngozi.page().locator(".which").click();
        ngozi.page().waitForTimeout(300);
        ngozi.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "x-views-open-" + width + ".png")));
        ngozi.page().keyboard().press("Escape");
      }
      arabic(ngozi);
      ngozi.go(W + "/trackers/COP");
      ngozi.page().setViewportSize(360, 900);
      ngozi.page().locator(".which").click();
      ngozi.page().waitForTimeout(300);
      ngozi.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "x-views-open-ar-360.png")));
      english(ngozi);
    }
  }

  @Test
  void invitations() {
    try (Visitor amina = stage.seated("amina")) {
      String[][] all = {
        {"bola.akinwunmi-oyelaran@very-long-domain-of-a-network.example", "Bola Akinwunmi-Oyelaran", "harbour", "MEMBER"},
        {"noor@northwind.example", "نور الهاشمي", "northwind", "LIAISON"},
        {"third@savanna.example", "", "savanna", "OBSERVER"}
      };
      for (String[] one : all) {
        JsonObject inv = new JsonObject().put("address", one[0]).put("organisation", one[2]).put("role", one[3]);
        if (!one[1].isEmpty()) {
          inv.put("name", one[1]);
        }
        amina.act("/invitations", inv);
      }
      amina.go(W + "/organisations");
      shot(amina, "invitations", true);
      arabic(amina);
      amina.go(W + "/organisations");
      shot(amina, "invitations-ar", true);
      english(amina);
    }
  }

  @Test
  void minutes() {
    try (Visitor amina = stage.seated("amina"); Visitor dara = stage.seated("dara")) {
      amina.act("/actions", new JsonObject().put("kind", "CALL").put("title", "Joint call").put("audience", "CIVIL_SOCIETY").put("zone", "Africa/Lagos").put("startsAt", "2026-11-20T15:00:00+01:00"));
      String call = id(amina, "/actions", "Joint call");
      amina.act("/actions/" + call + "/minutes", new JsonObject().put("text", "Among us:\n\n* They will not move on **24 hours**\n* Halima drafts the answer"));
      widen(amina, "action:" + call);
      amina.act("/actions/" + call + "/minutes", new JsonObject().put("text", "Present: all.\n\n1. Removal within 24 hours\n2. Appeals\n\n- [ ] Send the memo to the agency\n- [ ] Ask Northwind for its numbers"));
      amina.go(W + "/actions/" + call);
      shot(amina, "minutes", true);
      amina.page().locator("details summary").filter(new Locator.FilterOptions().setHasText(Pattern.compile("(?i)earlier|minutes"))).first().click();
      shot(amina, "minutes-open", true);
      amina.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      shot(amina, "minutes-print", true);
      amina.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      arabic(amina);
      amina.go(W + "/actions/" + call);
      shot(amina, "minutes-ar", true);
      english(amina);
      dara.go(W + "/actions/" + call);
      shot(dara, "minutes-dara", true);
    }
  }

  @Test
  void seeAs() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(W + "/organisations");
      amina.button("See it as Brightline").click();
      amina.page().getByText("You see this as Brightline sees it.").waitFor();
      for (String path : new String[] {"", "/lists", "/updates", "/actions", "/trackers/COP"}) {
        amina.go(W + path);
        shot(amina, "seeas" + path.replace("/", "-"), false);
      }
      arabic(amina);
      amina.go(W + "/lists");
      shot(amina, "seeas-ar", false);
      english(amina);
    }
  }

  @Test
  void paper() {
    try (Visitor amina = stage.seated("amina")) {
      amina.page().setViewportSize(800, 1100);
      String thread = amina.read("/lists/coalition/threads").getJsonArray("items").getJsonObject(0).getString("id");
      String issue = amina.read("/trackers/COP/issues").getJsonArray("items").getJsonObject(0).getString("id");
      String action = amina.read("/actions").getJsonArray("items").getJsonObject(0).getString("id");
      for (String path : new String[] {"/threads/" + thread, "/issues/" + issue, "/actions/" + action, "/updates", "/trackers/COP", "/actions", "", "/organisations", "/trackers/COP?layout=board", "/actions?view=month"}) {
        amina.go(W + path);
        amina.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        amina.page().setViewportSize(760, 1080);
        amina.page().waitForTimeout(200);
        amina.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", "x-print" + path.replaceAll("[/?=]", "-").replaceAll("-[a-z0-9]{20,}", "") + ".png")));
        amina.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      }
    }
  }

  @Test
  void zliaison() throws Exception {
    try (Visitor dara = stage.stranger()) {
      dara.page().setViewportSize(360, 740);
      dara.go("/sign-in");
      shot(dara, "signin", false);
      dara.page().setViewportSize(360, 740);
      dara.page().getByRole(AriaRole.TEXTBOX).first().fill("yuki@northwind.example");
      dara.page().keyboard().press("Enter");
      dara.page().waitForTimeout(1500);
      dara.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "x-liaison-code.png")));
      String code = stage.mail().find("yuki@northwind.example", Pattern.compile("(?m)^\\s*(\\d{3} ?\\d{3}|[A-Z0-9]{4}-?[A-Z0-9]{4})\\s*$"));
      System.out.println("CODE " + code + " " + dara.page().url());
      dara.page().getByRole(AriaRole.TEXTBOX).last().fill(code);
      dara.page().keyboard().press("Enter");
      dara.page().waitForTimeout(2500);
      dara.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "x-liaison-land.png")));
      System.out.println("LAND " + dara.page().url());
      dara.go(W + "/updates");
      dara.page().waitForTimeout(500);
      System.out.println("FOCUS " + dara.page().evaluate("document.activeElement.outerHTML.slice(0, 200)"));
      dara.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "x-liaison-updates.png")));
      dara.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", "x-liaison-updates-full.png")));
    }
  }

  @Test
  void zzoffline() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(W + "/lists/coalition");
      ngozi.link("Welcome, and how we use this list").first().click();
      ngozi.page().locator("form.composer textarea").waitFor();
      ngozi.context().setOffline(true);
      ngozi.page().waitForTimeout(500);
      ngozi.page().locator("form.composer textarea").fill("Written on a bad line.");
      ngozi.page().locator("form.composer button[type=submit]").click();
      ngozi.page().waitForTimeout(1500);
      shot(ngozi, "offline", false);
      ngozi.page().locator("nav a, .rail a").first().click();
      ngozi.page().waitForTimeout(800);
      shot(ngozi, "offline-home", false);
      ngozi.context().setOffline(false);
      ngozi.page().waitForTimeout(400);
      shot(ngozi, "offline-back0", false);
      ngozi.page().waitForTimeout(6000);
      shot(ngozi, "offline-back", false);
      arabic(ngozi);
      ngozi.page().reload();
      ngozi.settle();
      ngozi.context().setOffline(true);
      ngozi.page().waitForTimeout(1500);
      shot(ngozi, "offline-ar", false);
    }
  }
}
